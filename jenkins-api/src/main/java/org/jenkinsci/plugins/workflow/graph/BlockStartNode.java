package org.jenkinsci.plugins.workflow.graph;

import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** Where a block begins. */
public abstract class BlockStartNode extends FlowNode {
  /** A node after {@code parents}. */
  protected BlockStartNode(FlowExecution exec, String id, FlowNode... parents) {
    super(exec, id, parents);
  }

  /** A node after {@code parents}. */
  protected BlockStartNode(FlowExecution exec, String id, List<FlowNode> parents) {
    super(exec, id, parents);
  }
}
