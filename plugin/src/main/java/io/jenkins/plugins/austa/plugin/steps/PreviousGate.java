package io.jenkins.plugins.austa.plugin.steps;

import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.austa.engine.gate.Baseline;
import io.jenkins.plugins.austa.engine.gate.BrokenReportException;
import io.jenkins.plugins.austa.engine.gate.GateResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the gate knew in the last successful build of the branch that a build goes to. */
final class PreviousGate {
  private static final String FILE = "austa-gate-baseline.json";

  private PreviousGate() {}

  /**
   * Finds it.
   *
   * @param target the branch that a change goes to; null for a build of a branch itself
   * @return null when there is none
   * @throws BrokenReportException when it is there and cannot be read
   */
  static Baseline find(Run<?, ?> run, String target) throws BrokenReportException {
    Run<?, ?> before = target == null ? run.getPreviousSuccessfulBuild() : lastOf(run, target);
    if (before == null) {
      return null;
    }
    Path file = before.getRootDir().toPath().resolve(FILE);
    return Files.isRegularFile(file) ? Baseline.read(file) : null;
  }

  /**
   * Adds to what this build knows: sources and images may have been judged apart. Only a later
   * build that finds this one successful asks for it.
   */
  static void keep(Run<?, ?> run, Baseline baseline) throws IOException {
    Path file = run.getRootDir().toPath().resolve(FILE);
    Baseline all = baseline;
    if (Files.isRegularFile(file)) {
      try {
        all = Baseline.read(file).and(baseline);
      } catch (BrokenReportException e) {
        // This build wrote it and was ended while it did; what is known now is what counts.
        all = baseline;
      }
    }
    Files.createDirectories(run.getRootDir().toPath());
    Files.writeString(file, GateResultJson.of(all));
  }

  /** A multibranch project names its jobs after the branches, with slashes encoded. */
  private static Run<?, ?> lastOf(Run<?, ?> run, String target) {
    ItemGroup<?> siblings = run.getParent().getParent();
    return Optional.ofNullable(siblings.getItem(target.replace("/", "%2F")))
        .filter(Job.class::isInstance)
        .map(item -> ((Job<?, ?>) item).getLastSuccessfulBuild())
        .orElse(null);
  }
}
