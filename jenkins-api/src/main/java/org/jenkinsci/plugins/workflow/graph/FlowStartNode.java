package org.jenkinsci.plugins.workflow.graph;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** The first node of a run; everything lies in its block. */
public class FlowStartNode extends BlockStartNode {
  /** The first node of {@code exec}. */
  public FlowStartNode(FlowExecution exec, String id) {
    super(exec, id);
  }

  @Override
  protected String getTypeDisplayName() {
    return "Start of Pipeline";
  }
}
