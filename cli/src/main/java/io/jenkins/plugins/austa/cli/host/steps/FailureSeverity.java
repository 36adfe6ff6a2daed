package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import java.io.Serializable;
import java.util.Comparator;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Orders failures, worst first: unexpected ones, then aborts of steps, then interruptions. */
final class FailureSeverity implements Comparator<Throwable>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public int compare(Throwable left, Throwable right) {
    return Integer.compare(rank(left), rank(right));
  }

  private static int rank(Throwable failure) {
    if (failure instanceof FlowInterruptedException interrupted) {
      // The worse the result, the higher its ordinal, and the earlier it comes.
      return Integer.MAX_VALUE - interrupted.getResult().ordinal;
    }
    return failure instanceof AbortException ? 1 : 0;
  }
}
