package io.jenkins.plugins.austa.bench.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.austa.test.controller.Build;
import io.jenkins.plugins.austa.test.controller.Controller;
import io.jenkins.plugins.austa.test.controller.ControllerException;
import io.jenkins.plugins.austa.test.controller.Job;
import java.io.IOException;
import java.time.Duration;

/**
 * One finished run.
 *
 * @param millis from its start to its end, as Jenkins says
 * @param flow what its flow graph takes
 * @param shells how many {@code sh} steps it ran
 * @param inputs how many {@code input} steps it waited at
 * @param branches how many parallel branches it had
 * @param steps how many steps it invoked
 */
record MeasuredRun(long millis, FlowSize flow, int shells, int inputs, int branches, int steps) {
  private static final String INPUT = "approve-production";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Runs a job to its end; somebody who did not start it approves as soon as it asks. */
  static MeasuredRun of(Controller controller, Job job, String approver)
      throws IOException, InterruptedException {
    Build build = job.build();
    build.awaitLog("Deploy or Abort", LIMIT);
    build.as(controller.as(approver)).proceed(INPUT);
    String result = build.awaitEnd(LIMIT);
    if (!result.equals("SUCCESS")) {
      throw new ControllerException(
          "a run of " + job.name() + " ended as " + result + ":\n" + build.log());
    }
    return measure(controller, job, build);
  }

  /** Whether two runs gave Jenkins the same commands, branches and questions to handle. */
  boolean sameWorkAs(MeasuredRun other) {
    return shells == other.shells && inputs == other.inputs && branches == other.branches;
  }

  private static MeasuredRun measure(Controller controller, Job job, Build build)
      throws IOException, InterruptedException {
    JsonNode counted = FlowCount.of(controller.admin(), job.name(), build.number());
    long millis =
        controller.admin().json(build.path() + "api/json?tree=duration").path("duration").asLong();
    return new MeasuredRun(
        millis,
        FlowSize.of(controller.home().resolve("jobs/" + job.name() + "/builds/" + build.number())),
        counted.path("sh").asInt(),
        counted.path("input").asInt(),
        counted.path("branches").asInt(),
        counted.path("steps").asInt());
  }
}
