package io.jenkins.plugins.austa.engine.deploy;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.Returning;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.After;
import org.junit.Test;

public class RecordedReleaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BLUE = "austa-production-blue";
  private static final String GREEN = "austa-production-green";
  private static final String TEMPLATE = "kind: Deployment\n";

  private final MockApiServer api = new MockApiServer();
  private final RecordedRelease recorded = new RecordedRelease(api.client(), TestRelease.TARGET);

  @After
  public void close() {
    api.close();
  }

  @Test
  public void chartAndValuesOfTheRevisionAreFoundAndMadeFitForTheOtherColour() throws Exception {
    install(BLUE, 1, "superseded", values("blue", 3, "a", 8080));
    install(BLUE, 2, "deployed", values("blue", 5, "b", 9090));

    assertEquals(Optional.empty(), recorded.obstacle(revision(3, "a", null), false));
    Reinstallation found = recorded.reinstallation(install(revision(3, "a", null)));

    assertEquals(GREEN, found.helmRelease());
    assertEquals(
        Set.of("Chart.yaml", "values.yaml", "values.schema.json", "templates/deployment.yaml"),
        found.chart().keySet());
    assertArrayEquals(
        TEMPLATE.getBytes(StandardCharsets.UTF_8), found.chart().get("templates/deployment.yaml"));
    JsonNode values = JSON.readTree(found.values());
    assertEquals("green", values.path("colour").asText());
    assertEquals("7", values.path("revision").asText());
    assertEquals(8080, values.path("services").path("backend").path("port").asInt());
    assertEquals(4, values.path("services").path("backend").path("replicas").asInt());
    assertEquals(image("a"), values.path("services").path("backend").path("image").asText());
  }

  @Test
  public void whatHelmHasForgottenIsAnObstacle() throws Exception {
    install(BLUE, 2, "deployed", values("blue", 5, "b", 9090));

    assertObstacle(revision(3, "a", null), "does not hold its chart and values any more");
  }

  @Test
  public void whatNeverGotInstalledIsNotTakenForTheRevision() throws Exception {
    install(BLUE, 1, "failed", values("blue", 3, "a", 8080));

    assertObstacle(revision(3, "a", null), "does not hold its chart and values any more");
  }

  @Test
  public void otherImagesThanRecordedAreAnObstacle() throws Exception {
    install(BLUE, 1, "deployed", values("blue", 3, "c", 8080));

    assertObstacle(revision(3, "a", null), "has other images under its number than the record");
  }

  @Test
  public void otherValuesThanRecordedAreAnObstacle() throws Exception {
    String values = values("blue", 3, "a", 8080);
    install(BLUE, 1, "deployed", values);
    String digest = ValuesDigest.of(JSON.readTree(values("green", 9, "z", 8080)));

    assertEquals(
        "colour, number and images make no difference",
        Optional.empty(),
        recorded.obstacle(revision(3, "a", digest), false));
    String other = ValuesDigest.of(JSON.readTree(values("blue", 3, "a", 9999)));
    assertObstacle(revision(3, "a", other), "has other values under its number than the record");
  }

  @Test
  public void anOperationThatWasCutOffIsAnObstacleEvenIfThePodsOnlyNeedScaling() throws Exception {
    install(GREEN, 4, "pending-upgrade", values("green", 6, "b", 9090));

    String why = recorded.obstacle(revision(3, "a", null), true).orElseThrow();

    assertTrue(why, why.contains("austa-production-green is in pending-upgrade"));
    assertTrue(why, why.contains("sh.helm.release.v1.austa-production-green.v4"));
  }

  @Test
  public void aChartThatWouldLeaveItsFolderIsRefused() throws Exception {
    JsonNode evil =
        JSON.readTree(
            "{\"chart\":{\"templates\":[{\"name\":\"templates/../../x\",\"data\":\"\"}]}}");

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new HelmRevision(BLUE, 1, "deployed", evil).chart());
    assertTrue(refused.getMessage(), refused.getMessage().contains("lies outside of it"));
  }

  @Test
  public void aSecretThatMakesNoSenseIsNoRevision() throws Exception {
    secret(BLUE, 1, "bm9uc2Vuc2U=");

    assertObstacle(revision(3, "a", null), "does not hold its chart and values any more");
  }

  @Test
  public void aDeniedLookIsOneMessage() {
    api.fault(
        (method, path) -> path.contains("/secrets") ? MockApiServer.status(403) : Optional.empty());

    ClusterException denied =
        assertThrows(
            ClusterException.class, () -> recorded.obstacle(revision(3, "a", null), false));
    assertTrue(denied.getMessage(), denied.getMessage().contains("Could not read Helm's history"));
  }

  private void assertObstacle(Revision back, String part) {
    String why = recorded.obstacle(back, false).orElse("nothing");
    assertTrue(why, why.contains(part));
  }

  private static Revision revision(int number, String digest, String values) {
    return new Revision(
        number,
        Colour.BLUE,
        "v" + number,
        Map.of("frontend", image(digest), "backend", image(digest)),
        "austa@sha256:1",
        "ann",
        Instant.EPOCH,
        "why",
        Map.of("backend", 2),
        values,
        null,
        null,
        null);
  }

  private static Returning.Install install(Revision back) {
    Revision candidate =
        new Revision(
            7,
            Colour.GREEN,
            back.version(),
            back.images(),
            back.chart(),
            "ann",
            Instant.EPOCH,
            "rollback to 3",
            Map.of("backend", 4));
    return new Returning.Install(
        new Preparation(candidate, Colour.GREEN, GREEN, candidate.replicas(), false, false, false),
        back);
  }

  private static String image(String digest) {
    return "registry/x@sha256:" + digest.repeat(64);
  }

  private static String values(String colour, int revision, String digest, int port) {
    return """
        {"release":"austa-production","colour":"%s","revision":"%d","platform":"cockpit",
         "services":{
           "frontend":{"image":"%s","port":8080,"replicas":2,"healthPath":"/healthz"},
           "backend":{"image":"%s","port":%d,"replicas":2,"healthPath":"/healthz"}}}
        """
        .formatted(colour, revision, image(digest), image(digest), port);
  }

  /** As Helm 3 writes it. */
  private void install(String release, int version, String status, String values)
      throws IOException {
    String json =
        """
        {"name":"%s","version":%d,"info":{"status":"%s"},"config":%s,
         "chart":{"metadata":{"name":"austa","version":"1.0.0","apiVersion":"v2"},
                  "values":{"drainSeconds":10},"schema":"%s",
                  "templates":[{"name":"templates/deployment.yaml","data":"%s"}],"files":null}}
        """
            .formatted(release, version, status, values, base64("{}"), base64(TEMPLATE));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
    }
    String helms = Base64.getEncoder().encodeToString(packed.toByteArray());
    secret(release, version, base64(helms));
  }

  private void secret(String release, int version, String data) {
    api.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1." + release + ".v" + version)
                .withNamespace(TestRelease.NAMESPACE)
                .addToLabels("owner", "helm")
                .addToLabels("name", release)
                .endMetadata()
                .addToData("release", data)
                .build())
        .create();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
