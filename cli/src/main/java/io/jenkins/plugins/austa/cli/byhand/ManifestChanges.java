package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.deploy.HelmHistory;
import io.jenkins.plugins.austa.engine.deploy.HelmRevision;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Helm would change on the cluster by installing a manifest. Reads only. */
final class ManifestChanges {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final KubernetesClient client;
  private final String namespace;

  ManifestChanges(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /**
   * Every object of the manifest, and those that only the former one has.
   *
   * @param release the Helm release
   * @param manifest as rendered, YAML documents
   * @throws ClusterException if the cluster does not answer or denies it
   */
  List<ObjectChange> of(String release, String manifest) throws IOException {
    Map<String, JsonNode> former = objects(former(release));
    Map<String, JsonNode> wanted = objects(manifest);
    List<ObjectChange> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : wanted.entrySet()) {
      JsonNode live = live(each.getValue());
      JsonNode asked = owned(each.getValue(), release);
      JsonNode before = former.getOrDefault(each.getKey(), MissingNode.getInstance());
      changes.add(new ObjectChange("install", live, AppliedObject.of(live, asked, before)));
    }
    for (Map.Entry<String, JsonNode> each : former.entrySet()) {
      if (!wanted.containsKey(each.getKey())) {
        changes.add(new ObjectChange("install", live(each.getValue()), MissingNode.getInstance()));
      }
    }
    return changes;
  }

  /** The object as the cluster has it; missing when it does not exist. */
  JsonNode live(JsonNode object) {
    HasMetadata known = Serialization.unmarshal(object.toString(), HasMetadata.class);
    try {
      HasMetadata found = client.resource(known).inNamespace(namespace).get();
      return found == null ? MissingNode.getInstance() : tree(found);
    } catch (KubernetesClientException e) {
      throw new ClusterException(
          "read " + known.getKind() + " " + known.getMetadata().getName(), e);
    }
  }

  static JsonNode tree(HasMetadata object) {
    return Serialization.jsonMapper().valueToTree(object);
  }

  /** The manifest that was installed last and is still the release's. */
  private String former(String release) {
    return new HelmHistory(client, namespace)
        .of(release).stream()
            .filter(one -> one.status().equals("deployed"))
            .findFirst()
            .map(HelmRevision::content)
            .map(content -> content.path("manifest").asText())
            .orElse("");
  }

  /** By kind and name, in the order of the manifest. */
  private Map<String, JsonNode> objects(String manifest) throws IOException {
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    try (var documents = YAML.readerFor(JsonNode.class).readValues(manifest)) {
      while (documents.hasNextValue()) {
        if (documents.nextValue() instanceof ObjectNode object && object.has("kind")) {
          object.withObjectProperty("metadata").put("namespace", namespace);
          String name = object.path("metadata").path("name").asText();
          objects.put(object.path("kind").asText() + "/" + name, object);
        }
      }
    }
    return objects;
  }

  /** Helm says in each object whose it is. */
  private JsonNode owned(JsonNode object, String release) {
    ObjectNode owned = object.deepCopy();
    ObjectNode metadata = owned.withObjectProperty("metadata");
    metadata.withObjectProperty("labels").put("app.kubernetes.io/managed-by", "Helm");
    metadata
        .withObjectProperty("annotations")
        .put("meta.helm.sh/release-name", release)
        .put("meta.helm.sh/release-namespace", namespace);
    return owned;
  }
}
