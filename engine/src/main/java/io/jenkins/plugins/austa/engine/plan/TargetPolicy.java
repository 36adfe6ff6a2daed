package io.jenkins.plugins.austa.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans to read the gate's policy from the branch that a change goes to. It is done for every
 * change: only the target branch can say whether its policy is protected.
 */
public final class TargetPolicy {
  /** What stands for the scanner in the plan. */
  public static final String SCANNER = "policy";

  private static final String REPORT = SourceScans.FOLDER + "policy.yaml";

  private TargetPolicy() {}

  /** Adds it to the scans of a change; others have no target. */
  static List<ScanPlan> add(List<ScanPlan> scans, String file, RunFacts run) {
    if (run.target() == null) {
      return scans;
    }
    List<ScanPlan> all = new ArrayList<>(scans);
    all.add(
        new ScanPlan(
            "policy of " + run.target(),
            SCANNER,
            run.target(),
            null,
            Toolchains.AGENT,
            command(file.replaceFirst("^\\./", ""), run.target()),
            REPORT));
    return all;
  }

  /** The scan of the policy in a plan; empty when no change is built. */
  public static Optional<ScanPlan> find(PipelinePlan plan) {
    return plan.scans().stream().filter(scan -> scan.scanner().equals(SCANNER)).findFirst();
  }

  /**
   * The checkout may have brought the branch already, and the agent may not be allowed to fetch:
   * then what is there counts. A branch without the file has every default.
   */
  private static String command(String file, String target) {
    String ref = ShellWord.quote("refs/remotes/origin/" + target);
    String refspec = ShellWord.quote("+refs/heads/" + target + ":refs/remotes/origin/" + target);
    return "git fetch --quiet --no-tags --depth=1 origin "
        + refspec
        + " || echo 'not fetched'; git rev-parse --verify --quiet "
        + ref
        + " > /dev/null && { git show "
        + ShellWord.quote("refs/remotes/origin/" + target + ":" + file)
        + " > "
        + REPORT
        + " 2> /dev/null || : > "
        + REPORT
        + "; }";
  }
}
