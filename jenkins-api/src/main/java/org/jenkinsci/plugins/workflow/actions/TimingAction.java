package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** When a node started. */
public class TimingAction implements Action {
  private final long startTime = System.currentTimeMillis();

  /** Starts now. */
  public TimingAction() {}

  /** When its node started, in milliseconds since 1970. */
  public long getStartTime() {
    return startTime;
  }

  /** When a node started, in milliseconds since 1970; 0 when that is not known. */
  public static long getStartTime(FlowNode flowNode) {
    TimingAction timing = flowNode.getPersistentAction(TimingAction.class);
    return timing == null ? 0 : timing.getStartTime();
  }

  @Override
  public String getIconFileName() {
    return null;
  }

  @Override
  public String getDisplayName() {
    return "Timing";
  }

  @Override
  public String getUrlName() {
    return null;
  }
}
