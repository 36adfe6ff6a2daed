package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;

/**
 * The place in loops and calls where the program lets others run: other branches, or an abort.
 *
 * <p>Compiled scripts call {@link #safepoint()}, hence public.
 */
public enum Yield {
  /** What the program hands out when it only steps aside. */
  STEP_ASIDE;

  /** Steps aside when someone else is waiting to run on the program's thread. */
  public static void safepoint() {
    Program program = Program.current();
    if (program != null && program.hasWaitingTasks()) {
      Continuable.suspend("safepoint", STEP_ASIDE);
    }
  }
}
