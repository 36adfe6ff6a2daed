package io.jenkins.plugins.austa.bench.crash;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.jenkins.plugins.austa.bench.rollout.Patience;
import io.jenkins.plugins.austa.bench.rollout.Release;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.route.IngressRouter;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What no rollout may do is done by hand, and has to be seen. */
public class WitnessTest {

  private final SandboxCluster cluster = SandboxCluster.start();
  private final KubernetesClient client = cluster.client();
  private final Witness witness = new Witness();

  @Before
  public void blueServes() throws Exception {
    cluster.follow(witness);
    install(1, Colour.BLUE);
    install(2, Colour.GREEN);
    ready(Colour.BLUE);
    ready(Colour.GREEN);
    entry("blue");
  }

  @After
  public void stop() {
    client.close();
    cluster.close();
  }

  @Test
  public void oneSwitchAndOneWayBackAreFine() {
    entry("green");
    entry("blue");

    assertEquals(List.of(), witness.takeBroken());
  }

  @Test
  public void aSecondSwitchToTheSameRevisionIsNot() {
    entry("green");
    entry("blue");
    entry("green");

    assertTrue(witness.takeBroken().toString().contains("switched to revision 2 again"));
  }

  @Test
  public void theColourThatCarriesTrafficMayNotBeScaledDown() {
    scale(Colour.BLUE, 1);

    assertTrue(witness.takeBroken().toString().contains("scaled down to 1"));
  }

  @Test
  public void theOtherColourMay() {
    scale(Colour.GREEN, 0);

    assertEquals(List.of(), witness.takeBroken());
  }

  @Test
  public void theColourThatCarriesTrafficMayNotBeDeletedOrInstalledOver() {
    install(3, Colour.BLUE);
    client
        .apps()
        .deployments()
        .inNamespace(Release.NAMESPACE)
        .withName(name("backend", Colour.BLUE))
        .delete();

    String broken = witness.takeBroken().toString();
    assertTrue(broken, broken.contains("installed over"));
    assertTrue(broken, broken.contains("deleted"));
  }

  @Test
  public void trafficMayNotGoWhereNoPodIsReady() throws Exception {
    scale(Colour.GREEN, 0);
    Patience.until(
        "green has no pods of the backend",
        Duration.ofSeconds(10),
        () ->
            client
                .pods()
                .inNamespace(Release.NAMESPACE)
                .withLabel("austa.io/colour", "green")
                .withLabel("app.kubernetes.io/name", "backend")
                .list()
                .getItems()
                .isEmpty());
    entry("green");

    assertTrue(witness.takeBroken().toString().contains("had no ready pod"));
  }

  @Test
  public void aRecordThatSaysOtherwiseIsNoEnd() {
    record("{\"phase\":\"verifying\",\"active\":{\"number\":2}}");
    witness.requireEnd();

    String broken = witness.takeBroken().toString();
    assertTrue(broken, broken.contains("ends in verifying"));
    assertTrue(broken, broken.contains("users are on 1"));

    record("{\"phase\":\"done\",\"active\":{\"number\":1}}");
    witness.requireEnd();
    assertEquals(List.of(), witness.takeBroken());
  }

  private void record(String json) {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(Release.NAMESPACE)
                .withName(Release.NAME + "-rollout")
                .endMetadata()
                .withData(Map.of("record.json", json))
                .build())
        .createOr(NonDeletingOperation::update);
  }

  private void install(int number, Colour colour) {
    Revision revision =
        new Revision(
            number,
            colour,
            "v1." + number,
            Release.request("v1." + number).images(),
            "cockpit-1.0.0",
            "ann",
            Instant.now(),
            "a test",
            Map.of(),
            null,
            null,
            null,
            null);
    release()
        .install(
            new Preparation(
                revision, colour, Release.NAME + "-" + colour, Map.of(), false, false, false));
  }

  private void ready(Colour colour) {
    for (String service : List.of("frontend", "backend", "ai-service")) {
      client
          .apps()
          .deployments()
          .inNamespace(Release.NAMESPACE)
          .withName(name(service, colour))
          .waitUntilReady(20, TimeUnit.SECONDS);
    }
  }

  private void scale(Colour colour, int replicas) {
    client
        .apps()
        .deployments()
        .inNamespace(Release.NAMESPACE)
        .withName(name("backend", colour))
        .scale(replicas);
  }

  private void entry(String colour) {
    IngressRouter router = new IngressRouter(client, release().target());
    router.switchTo(Colour.valueOf(colour.toUpperCase(Locale.ROOT)), router.read());
  }

  private Release release() {
    return new Release(client, cluster.publicEntry());
  }

  private static String name(String service, Colour colour) {
    return Release.NAME + "-" + service + "-" + colour;
  }
}
