package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Running a finished run's commit once more changes nothing in production. */
final class RerunScenarios {

  private RerunScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scenario("rerun-replay", RerunScenarios::replay),
        scenario("rerun-rebuild", RerunScenarios::rebuild),
        scenario("rerun-build", (performance, finished) -> performance.job().build()));
  }

  /** A way to run a finished run once more. */
  private interface Again {
    Build of(Performance performance, Build finished) throws Exception;
  }

  private static Scenario scenario(String name, Again again) {
    return new Scenario(name, stage -> changesNothing(stage, name, again));
  }

  private static String changesNothing(Stage stage, String name, Again again) throws Exception {
    try (Performance performance = stage.perform(name, null, Stage.quick())) {
      Build first = performance.job().build();
      performance.approve(first);
      assertEquals(first.log(), "SUCCESS", first.awaitEnd(Performance.LONG));
      List<String> pods = pods(performance);
      try (EntryLog entry = EntryLog.of(performance.scene())) {
        Build second = again.of(performance, first);
        performance.approve(second);
        assertEquals(second.log(), "SUCCESS", second.awaitEnd(Performance.LONG));

        assertTrue(second.log(), second.log().contains("serves already; nothing is installed"));
        assertEquals(List.of("green"), entry.writes());
        assertEquals(pods, pods(performance));
        assertEquals(2, performance.serving().revision());
        assertEquals("green", performance.serving().active());
      }
      return performance.assertNothingLost().sent() + " requests, 0 lost";
    }
  }

  /** What the Replay page does when nothing is edited. */
  private static Build replay(Performance performance, Build finished) throws Exception {
    String script = Files.readString(performance.repository().folder().resolve("Jenkinsfile"));
    String form = new ObjectMapper().writeValueAsString(Map.of("mainScript", script));
    return again(performance, finished, "replay/run", Map.of("json", form), "Replayed #");
  }

  /** What the same page does for those who may not replay. */
  private static Build rebuild(Performance performance, Build finished) throws Exception {
    return again(performance, finished, "replay/rebuild", Map.of(), "Rebuilt #");
  }

  private static Build again(
      Performance performance, Build finished, String page, Map<String, String> form, String cause)
      throws Exception {
    HttpResponse<String> answer = finished.client().post(finished.path() + page, form);
    assertTrue(answer.toString(), answer.statusCode() < 400);
    Build next = performance.job().number(finished.number() + 1);
    next.awaitStart();
    List<String> causes = next.causes();
    assertTrue(causes.toString(), causes.contains(cause + finished.number()));
    return next;
  }

  private static List<String> pods(Performance performance) {
    try (KubernetesClient client = performance.scene().scene().cluster().client()) {
      return client.pods().inAnyNamespace().list().getItems().stream()
          .filter(RerunScenarios::stays)
          .map(pod -> pod.getMetadata().getName())
          .sorted()
          .toList();
    }
  }

  private static boolean stays(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null;
  }
}
