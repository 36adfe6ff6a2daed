package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Service;
import io.jenkins.plugins.austa.engine.rollout.ClusterException;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryChangedException;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

/** One write a service, and still all or none. */
public class ServiceRouterTest {

  private static final RolloutTarget TARGET =
      new RolloutTarget(
          "production",
          "austa-cockpit-production",
          "austa-production",
          "austa-cockpit",
          List.of(
              new RolloutService("frontend", 80, "/", "/healthz"),
              new RolloutService("backend", 80, "/api", "/healthz"),
              new RolloutService("ai-service", 80, "/ai", "/healthz")),
          URI.create("http://cockpit.example"),
          null);
  private static final String FRONTEND = "austa-production-frontend";
  private static final String BACKEND = "austa-production-backend";
  private static final String AI = "austa-production-ai-service";

  private final MockApiServer api = new MockApiServer();
  private final ServiceRouter router = new ServiceRouter(api.client(), TARGET);

  @After
  public void close() {
    api.close();
  }

  @Test
  public void calleesMoveFirstAndCallersGoBackFirst() {
    blueCarriesTraffic();
    router.switchTo(Colour.GREEN, router.read());
    assertEquals(List.of(AI, BACKEND, FRONTEND), moved().subList(3, 6));

    router.takeBack(Colour.BLUE, router.read());
    assertEquals(List.of(FRONTEND, BACKEND, AI), moved().subList(6, 9));
  }

  @Test
  public void aDeniedSecondWriteTakesTheFirstBack() {
    blueCarriesTraffic();
    answer("PUT", BACKEND, 403);

    ClusterException denied =
        assertThrows(ClusterException.class, () -> router.switchTo(Colour.GREEN, router.read()));

    assertEquals(Optional.of(Colour.BLUE), router.read().colour());
    assertTrue(
        denied.getMessage(),
        denied.getMessage().contains("Service austa-cockpit-production/" + BACKEND));
    assertTrue(denied.getMessage(), denied.getMessage().contains(AI + " had moved and is back"));
    assertEquals("the caller was never touched", 0, writes(FRONTEND));
  }

  @Test
  public void aConflictOfTheLastWriteTakesTheOthersBack() {
    blueCarriesTraffic();
    answer("PUT", FRONTEND, 409);

    EntryChangedException changed =
        assertThrows(
            EntryChangedException.class, () -> router.switchTo(Colour.GREEN, router.read()));

    assertEquals(Optional.of(Colour.BLUE), router.read().colour());
    assertTrue(
        changed.getMessage(),
        changed.getMessage().contains(BACKEND + ", " + AI + " had moved and is back"));
  }

  @Test
  public void whatCannotBePutBackIsSaidAndSeen() {
    blueCarriesTraffic();
    int[] puts = {0};
    api.fault(
        (method, path) ->
            "PUT".equals(method) && ++puts[0] > 1 ? MockApiServer.status(500) : Optional.empty());

    ClusterException failed =
        assertThrows(ClusterException.class, () -> router.switchTo(Colour.GREEN, router.read()));

    assertTrue(
        failed.getMessage(),
        failed.getMessage().contains(AI + " had moved and could not be put back"));
    EntryState state = router.read();
    assertTrue(state.halfMoved());
    assertEquals(Optional.empty(), state.colour());
    assertTrue(state.carries(Colour.BLUE) && state.carries(Colour.GREEN));
    assertEquals(
        "its services are on different colours {ai-service=green, backend=blue, frontend=blue}",
        state.trouble().orElseThrow());
  }

  @Test
  public void aHalfMovedEntryIsTakenBackStepByStep() {
    blueCarriesTraffic();
    router.switchTo(Colour.GREEN, router.read());
    answer("PUT", BACKEND, 500);
    ClusterException failed =
        assertThrows(ClusterException.class, () -> router.takeBack(Colour.BLUE, router.read()));
    assertTrue(
        failed.getMessage(), failed.getMessage().contains(FRONTEND + " had moved and stays"));
    assertTrue(router.read().halfMoved());

    api.noFault();
    assertEquals(Optional.of(Colour.BLUE), router.takeBack(Colour.BLUE, router.read()).colour());
    assertEquals(
        "there, back, and once more so that nothing sent before counts", 3, writes(FRONTEND));
  }

  @Test
  public void aWriteWhoseAnswerIsLostCountsAsWritten() {
    blueCarriesTraffic();
    api.loseAnswers((method, path) -> "PUT".equals(method) && path.endsWith(BACKEND));

    assertEquals(Optional.of(Colour.GREEN), router.switchTo(Colour.GREEN, router.read()).colour());
  }

  @Test
  public void aFirstMoveThatFailsLeavesNothingBehind() {
    int[] posts = {0};
    api.fault(
        (method, path) ->
            "POST".equals(method) && ++posts[0] == 3
                ? MockApiServer.status(403)
                : Optional.empty());

    assertThrows(ClusterException.class, () -> router.switchTo(Colour.BLUE, router.read()));

    assertTrue(router.read().toString(), router.read().missing());
  }

  @Test
  public void aFirstMoveThatWasCutOffCanBeGoneOnWith() {
    int[] posts = {0};
    api.fault(
        (method, path) ->
            !"GET".equals(method) && ++posts[0] > 1 ? MockApiServer.status(500) : Optional.empty());
    assertThrows(ClusterException.class, () -> router.switchTo(Colour.BLUE, router.read()));
    api.noFault();

    EntryState cut = router.read();
    assertTrue(cut.halfMoved());
    assertFalse(cut.missing());
    assertEquals(
        "there is nothing in it for backend, frontend, only for {ai-service=blue}",
        cut.trouble().orElseThrow());
    assertEquals(Optional.of(Colour.BLUE), router.switchTo(Colour.BLUE, cut).colour());
  }

  @Test
  public void keepsAllButTheSelectorAndTheCountOfMoves() {
    blueCarriesTraffic();
    Service service = stable(BACKEND);
    service.getMetadata().setAnnotations(Map.of("team", "cockpit"));
    service.getSpec().setType("LoadBalancer");
    api.client().resource(service).update();

    router.switchTo(Colour.GREEN, router.read());

    Service moved = stable(BACKEND);
    assertEquals("cockpit", moved.getMetadata().getAnnotations().get("team"));
    assertEquals("LoadBalancer", moved.getSpec().getType());
    assertEquals(
        Map.of(
            "app.kubernetes.io/name", "backend",
            "app.kubernetes.io/instance", "austa-production-green"),
        moved.getSpec().getSelector());
  }

  private void blueCarriesTraffic() {
    router.switchTo(Colour.BLUE, router.read());
  }

  private Service stable(String name) {
    return api.client().services().inNamespace(TARGET.namespace()).withName(name).get();
  }

  private void answer(String method, String name, int code) {
    api.fault(
        (asked, path) ->
            asked.equals(method) && path.endsWith("/" + name)
                ? MockApiServer.status(code)
                : Optional.empty());
  }

  /** Names of the Services written so far, in order. */
  private List<String> moved() {
    return api.writes("/services").stream().map(write -> write.replaceFirst(".*/", "")).toList();
  }

  private int writes(String name) {
    return (int) moved().stream().filter(name::equals).count();
  }
}
