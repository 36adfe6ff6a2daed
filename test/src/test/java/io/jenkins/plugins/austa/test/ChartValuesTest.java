package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which values the chart takes, and what it says of those that it refuses. */
public class ChartValuesTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path VALUES = Path.of("src", "test", "resources", "chart");
  private static final Path PRODUCTION = VALUES.resolve("production-green.yaml");
  private static final Path STAGING = VALUES.resolve("staging.yaml");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void passesLintWithItsOwnValuesAndWithThoseOfBothShapes() throws IOException {
    for (Path values : List.of(RenderedChart.CHART.resolve("values.yaml"), PRODUCTION, STAGING)) {
      LintResult result = new Helm(chartWith(values)).lint().strict().call();

      assertFalse(values + ": " + result.getMessages(), result.isFailed());
    }
  }

  @Test
  public void refusesWrongValuesAndNamesThem() throws IOException {
    Map<String, Consumer<ObjectNode>> wrong = new LinkedHashMap<>();
    wrong.put("/colour", values -> values.put("colour", "red"));
    wrong.put("replica", values -> values.put("replica", 3));
    wrong.put("/revision", values -> values.put("revision", 7));
    wrong.put("/release", values -> values.put("release", "AUSTA"));
    wrong.put("/services/backend/image", values -> backend(values).put("image", "backend:latest"));
    wrong.put(
        "'/services/backend': missing property 'image'", values -> backend(values).remove("image"));
    wrong.put("healtPath", values -> backend(values).put("healtPath", "/"));
    wrong.put("/services/backend/port", values -> backend(values).put("port", 80));
    wrong.put("/services/backend/replicas", values -> backend(values).put("replicas", "two"));
    wrong.put(
        "AUSTA_COLOUR", values -> backend(values).withObject("/env").put("AUSTA_COLOUR", "blue"));
    wrong.put(
        "/services/backend/resources/limits/memory",
        values -> backend(values).withObject("/resources/limits").put("memory", "lots"));

    for (var entry : wrong.entrySet()) {
      assertRefused(
          "austa-production-green", changed(PRODUCTION, entry.getValue()), entry.getKey());
    }
  }

  @Test
  public void refusesAnEntryForAColour() throws IOException {
    Path values = changed(PRODUCTION, tree -> tree.putObject("ingress").put("enabled", true));

    assertRefused("austa-production-green", values, "/ingress/enabled");
  }

  @Test
  public void refusesAHelmReleaseOfAnotherColour() {
    assertRefused("austa-production-blue", PRODUCTION, "ask for austa-production-green");
  }

  @Test
  public void refusesARouteToAServiceThatIsNotThere() throws IOException {
    Path values = changed(STAGING, tree -> tree.withObject("/services").remove("ai-service"));

    assertRefused("austa-staging", values, "/ai to the service ai-service");
  }

  /** Holds the tests' own strictness: without it a misspelt field of a template would pass. */
  @Test
  public void aFieldThatKubernetesDoesNotKnowIsAnError() throws IOException {
    JsonNode misspelt =
        YAML.readTree("{apiVersion: v1, kind: Service, spec: {ports: [{prot: 80}]}}");

    assertThrows(UnrecognizedPropertyException.class, () -> RenderedChart.decoded(misspelt));
  }

  private static void assertRefused(String release, Path values, String words) {
    var refusal =
        assertThrows(words, IllegalStateException.class, () -> RenderedChart.of(release, values));
    assertTrue(
        "Expected words on " + words + ", got: " + refusal.getMessage(),
        refusal.getMessage().contains(words));
  }

  private static ObjectNode backend(ObjectNode values) {
    return values.withObject("/services/backend");
  }

  private Path changed(Path values, Consumer<ObjectNode> change) throws IOException {
    ObjectNode tree = (ObjectNode) YAML.readTree(values.toFile());
    change.accept(tree);
    Path changed = folder.newFile().toPath();
    YAML.writeValue(changed.toFile(), tree);
    return changed;
  }

  /** A copy of the chart that has these as its own values, for lint takes no others. */
  private Path chartWith(Path values) throws IOException {
    Path copy = folder.newFolder().toPath();
    try (Stream<Path> files = Files.walk(RenderedChart.CHART)) {
      files.forEach(file -> copy(file, copy.resolve(RenderedChart.CHART.relativize(file))));
    }
    ObjectNode merged =
        (ObjectNode) YAML.readTree(RenderedChart.CHART.resolve("values.yaml").toFile());
    merged.setAll((ObjectNode) YAML.readTree(values.toFile()));
    YAML.writeValue(copy.resolve("values.yaml").toFile(), merged);
    return copy;
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
