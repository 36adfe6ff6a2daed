package io.jenkins.plugins.austa.bench.controller;

import io.jenkins.plugins.austa.test.controller.Await;
import io.jenkins.plugins.austa.test.controller.ControllerException;
import io.jenkins.plugins.austa.test.controller.JenkinsClient;
import io.jenkins.plugins.austa.test.controller.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Runs a job many times, as many at once as there are executors. */
final class ManyRuns {
  private static final Duration LONGEST_EACH = Duration.ofSeconds(20);

  private ManyRuns() {}

  /** Queues the runs and waits until all have ended. */
  static void of(JenkinsClient client, Job job, int count)
      throws IOException, InterruptedException {
    int before = ended(client, job);
    for (int i = 0; i < count; i++) {
      job.queue(Map.of("RUN", String.valueOf(before + i)));
    }
    Await.until(
        count + " runs of " + job.name(),
        LONGEST_EACH.multipliedBy(count),
        () -> ended(client, job) >= before + count ? Optional.of(true) : Optional.empty());
    String failed = failed(client, job);
    if (!failed.isBlank()) {
      throw new ControllerException("runs of " + job.name() + " that did not succeed: " + failed);
    }
  }

  private static int ended(JenkinsClient client, Job job) throws IOException, InterruptedException {
    String script =
        "println jenkins.model.Jenkins.get().getItemByFullName('%s').builds.count { !it.building }";
    return Integer.parseInt(client.script(script.formatted(job.name())).strip());
  }

  private static String failed(JenkinsClient client, Job job)
      throws IOException, InterruptedException {
    String script =
        "println jenkins.model.Jenkins.get().getItemByFullName('%s').builds"
            + ".findAll { it.result != hudson.model.Result.SUCCESS }*.number.join(' ')";
    return client.script(script.formatted(job.name()));
  }
}
