package io.jenkins.plugins.austa.engine.images;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.Test;

public class BakeFileTest {
  private static final String SOURCE = "https://github.com/austa/cockpit";
  private static final BakeTarget BACKEND = target("backend");
  private static final BakeTarget FRONTEND = target("frontend");

  @Test
  public void everyTargetSaysWhatToBuildAndWhereItComesFrom() throws Exception {
    JsonNode root = new ObjectMapper().readTree(BakeFile.of(List.of(BACKEND), "abc123", SOURCE));
    JsonNode backend = root.path("target").path("backend");

    assertEquals("backend", root.path("group").path("default").path("targets").path(0).asText());
    assertEquals("./backend", backend.path("context").asText());
    assertEquals("Dockerfile", backend.path("dockerfile").asText());
    assertEquals("ghcr.io/austa/backend:1.2", backend.path("tags").path(0).asText());
    assertEquals("[\"linux/amd64\",\"linux/arm64\"]", backend.path("platforms").toString());
    assertEquals("[\"type=sbom\",\"type=provenance,mode=max\"]", backend.path("attest").toString());
    JsonNode labels = backend.path("labels");
    assertEquals("abc123", labels.path("org.opencontainers.image.revision").asText());
    assertEquals(SOURCE, labels.path("org.opencontainers.image.source").asText());
  }

  @Test
  public void orderOfServicesDoesNotChangeTheText() {
    assertEquals(
        BakeFile.of(List.of(BACKEND, FRONTEND), "r", SOURCE),
        BakeFile.of(List.of(FRONTEND, BACKEND), "r", SOURCE));
  }

  @Test
  public void refusesNoTargetTwoOfOneNameAndCredentials() {
    refuses(() -> BakeFile.of(List.of(), "r", SOURCE), "nothing to bake");
    refuses(() -> BakeFile.of(List.of(BACKEND, BACKEND), "r", SOURCE), "two targets");
    refuses(
        () -> BakeFile.of(List.of(BACKEND), "r", "https://ci:s3cret@example.org/x"), "credentials");
  }

  @Test
  public void refusesNamesThatAreNone() {
    refuses(() -> new BakeTarget("a b", ".", "D", "r/x", "1", List.of("p")), "service's name");
    refuses(() -> new BakeTarget("a", ".", "D", "r/x:1", "1", List.of("p")), "without a tag");
    refuses(() -> new BakeTarget("a", ".", "D", "r/x", "a b", List.of("p")), "an image tag");
    refuses(() -> new BakeTarget("a", ".", "D", "r/x", "1", List.of()), "at least one platform");
  }

  static BakeTarget target(String service) {
    return new BakeTarget(
        service,
        "./" + service,
        "Dockerfile",
        "ghcr.io/austa/" + service,
        "1.2",
        List.of("linux/arm64", "linux/amd64", "linux/arm64"));
  }

  private static void refuses(org.junit.function.ThrowingRunnable action, String why) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action);
    assertTrue(e.getMessage(), e.getMessage().contains(why));
    assertTrue(e.getMessage(), !e.getMessage().contains("s3cret"));
  }
}
