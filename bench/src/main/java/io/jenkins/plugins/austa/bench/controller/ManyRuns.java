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

  // A pipeline is in memory before it has an executor, so not all are queued at once.
  private static final int BATCH = 25;

  private ManyRuns() {}

  /**
   * Runs it and waits until all have ended.
   *
   * @throws ControllerException when one of those that are kept did not succeed
   */
  static void of(JenkinsClient client, Job job, int count)
      throws IOException, InterruptedException {
    for (int done = 0; done < count; done += BATCH) {
      batch(client, job, Math.min(BATCH, count - done));
    }
    String failed =
        ask(
            client,
            job,
            "job.builds.findAll { !(it.result?.toString() == 'SUCCESS') }*.number.join(' ')");
    if (!failed.isBlank()) {
      throw new ControllerException("runs of " + job.name() + " that did not succeed: " + failed);
    }
  }

  private static void batch(JenkinsClient client, Job job, int count)
      throws IOException, InterruptedException {
    int before = ended(client, job);
    for (int i = 0; i < count; i++) {
      job.queue(Map.of("RUN", String.valueOf(before + i)));
    }
    Await.until(
        count + " runs of " + job.name(),
        LONGEST_EACH.multipliedBy(count),
        () -> ended(client, job) >= before + count ? Optional.of(true) : Optional.empty());
  }

  /** Those that have ended, also those that have been discarded since. */
  private static int ended(JenkinsClient client, Job job) throws IOException, InterruptedException {
    return Integer.parseInt(
        ask(client, job, "job.nextBuildNumber - 1 - job.builds.count { it.building }"));
  }

  private static String ask(JenkinsClient client, Job job, String question)
      throws IOException, InterruptedException {
    String of = "def job = jenkins.model.Jenkins.get().getItemByFullName('" + job.name() + "')";
    return client.script(of + "; println(" + question + ")").strip();
  }
}
