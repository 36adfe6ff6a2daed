package org.jenkinsci.plugins.workflow.graph;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** A node with no others inside: a step without a body. */
public abstract class AtomNode extends FlowNode {
  /** A node after {@code parents}. */
  protected AtomNode(FlowExecution exec, String id, FlowNode... parents) {
    super(exec, id, parents);
  }
}
