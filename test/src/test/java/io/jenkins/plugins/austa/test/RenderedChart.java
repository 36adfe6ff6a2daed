package io.jenkins.plugins.austa.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What the chart makes of a set of values, every document decoded as strictly as an API server
 * would.
 */
record RenderedChart(List<HasMetadata> objects) {

  /** Helm's library has no version of its own to fall back to; the oldest that the chart takes. */
  private static final String OLDEST_KUBERNETES = "1.30.0";

  static final Path CHART =
      Path.of("..", "resources", "io", "jenkins", "plugins", "austa", "chart");

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "v1 Service", Service.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "networking.k8s.io/v1 Ingress", Ingress.class);

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper STRICT =
      JsonMapper.builder().annotationIntrospector(new WithoutCatchAll()).build();

  /**
   * Renders the chart as {@code helm template} does.
   *
   * @throws IllegalStateException when Helm refuses the values, with its words
   */
  static RenderedChart of(String release, Path values) throws IOException {
    String manifest =
        new Helm(CHART)
            .template()
            .withName(release)
            .withNamespace("austa-cockpit")
            .withKubeVersion(OLDEST_KUBERNETES)
            .withValuesFile(values)
            .call();
    List<HasMetadata> objects = new ArrayList<>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(manifest)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document.isObject()) {
          objects.add(decoded(document));
        }
      }
    }
    return new RenderedChart(List.copyOf(objects));
  }

  /** The one object of the kind and name. */
  <T extends HasMetadata> T get(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(kind + " " + name + " is not in " + names()));
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<String> names() {
    return objects.stream()
        .map(object -> object.getKind() + " " + object.getMetadata().getName())
        .sorted()
        .toList();
  }

  static HasMetadata decoded(JsonNode document) throws JsonProcessingException {
    String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
    Class<? extends HasMetadata> model = KINDS.get(kind);
    if (model == null) {
      throw new IllegalArgumentException("The chart makes a " + kind + ", which no test knows");
    }
    return STRICT.treeToValue(document, model);
  }

  /** The model keeps fields that it does not know in a map; without that map they are errors. */
  private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
