package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many runs. What they consist of: {@link QuickRuns}. */
final class LoadScenarios {
  private static final int AT_ONCE = 50;
  private static final int USUALLY = 8;
  // Pipelines start before they have an executor: what is in the queue is in memory.
  private static final int BATCH = 25;
  // Caches of Jenkins and its plugins (graph view, timers) grow for the first hundred runs or two.
  private static final int WARM_UP = 200;
  private static final int MANY = Integer.getInteger("controller.runs", 500);
  private static final Duration EACH = Duration.ofSeconds(20);

  private LoadScenarios() {}

  static List<Scenario> all() {
    return List.of(new Scenario("load", LoadScenarios::keepsNothing));
  }

  /** On a controller of its own, which lets go of what is only softly held. */
  private static String keepsNothing(Stage stage) throws Exception {
    String options = "export JAVA_TOOL_OPTIONS=" + Vitals.JVM_OPTION + "; ";
    ControllerKit kit = stage.kit().withCommand(options + stage.kit().command());
    Path folder = stage.folder().resolve("load");
    try (Controller controller = Controller.start(kit, folder)) {
      return keepsNothing(controller, folder);
    }
  }

  private static String keepsNothing(Controller controller, Path folder) throws Exception {
    QuickRuns quick = QuickRuns.prepare(controller, folder.resolve("job"), "load");
    executors(controller, AT_ONCE);
    long start = System.nanoTime();
    assertAllSucceed(quick, 1, AT_ONCE);
    Duration together = Duration.ofNanos(System.nanoTime() - start);

    executors(controller, USUALLY);
    play(quick, AT_ONCE + 1, WARM_UP);
    Vitals before = Vitals.of(controller);
    play(quick, AT_ONCE + WARM_UP + 1, MANY);
    Vitals after = Vitals.of(controller);
    System.out.println("before " + MANY + " runs: " + before);
    System.out.println("after  " + MANY + " runs: " + after);
    assertTrue(before + " -> " + after, after.heapMegabytes() <= before.heapMegabytes() * 1.05);
    assertTrue(before + " -> " + after, after.threads() <= before.threads() + 10);
    assertEquals(0, after.programs());
    return "%d at once: %d s; %d: heap %.0f -> %.0f MB, threads %d -> %d"
        .formatted(
            AT_ONCE,
            together.toSeconds(),
            MANY,
            before.heapMegabytes(),
            after.heapMegabytes(),
            before.threads(),
            after.threads());
  }

  private static void executors(Controller controller, int count) throws Exception {
    controller.admin().script("Jenkins.get().numExecutors = " + count + "; Jenkins.get().save()");
  }

  /** So many runs, a batch after the other. */
  private static void play(QuickRuns quick, int first, int count) throws Exception {
    for (int played = 0; played < count; played += BATCH) {
      assertAllSucceed(quick, first + played, Math.min(BATCH, count - played));
    }
  }

  /** Starts that many runs and waits for all of them; they are numbered from {@code first} on. */
  private static void assertAllSucceed(QuickRuns quick, int first, int count) throws Exception {
    for (int run = 0; run < count; run++) {
      int status = quick.job().queue(Map.of("RUN", "run " + (first + run))).statusCode();
      assertEquals(201, status);
    }
    Map<Integer, String> results = new TreeMap<>();
    Await.until(
        count + " runs to end",
        EACH.multipliedBy(count),
        () -> {
          results.putAll(ended(quick, first));
          return results.size() >= count ? Optional.of(true) : Optional.empty();
        });
    Map<Integer, String> failed =
        results.entrySet().stream()
            .filter(one -> !one.getValue().equals("SUCCESS"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertEquals(Map.of(), failed);
  }

  /** The results of runs that have ended; older ones may have been discarded already. */
  private static Map<Integer, String> ended(QuickRuns quick, int first) throws Exception {
    Job job = quick.job();
    JsonNode builds =
        job.client()
            .json("job/" + job.name() + "/api/json?tree=builds[number,building,inProgress,result]")
            .path("builds");
    Map<Integer, String> results = new TreeMap<>();
    for (JsonNode build : builds) {
      int number = build.path("number").asInt();
      if (number >= first && Build.ended(build)) {
        results.put(number, build.path("result").asText());
      }
    }
    return results;
  }
}
