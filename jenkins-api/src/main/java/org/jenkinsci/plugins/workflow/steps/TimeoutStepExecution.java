package org.jenkinsci.plugins.workflow.steps;

import jenkins.model.CauseOfInterruption;

/** Where the cause of a timeout is declared; the host has a timeout step of its own. */
public class TimeoutStepExecution extends AbstractStepExecutionImpl {
  private static final long serialVersionUID = 1L;

  private TimeoutStepExecution(StepContext context) {
    super(context);
  }

  @Override
  public boolean start() throws Exception {
    throw new UnsupportedOperationException("The host has a timeout step of its own");
  }

  /** The time of a {@code timeout} step was over. */
  public static final class ExceededTimeout extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String nodeId;

    /**
     * @param nodeId which step's time it was
     */
    public ExceededTimeout(String nodeId) {
      this.nodeId = nodeId;
    }

    /** Which step's time it was. */
    public String getNodeId() {
      return nodeId;
    }

    @Override
    public String getShortDescription() {
      return "Timeout has been exceeded";
    }
  }
}
