package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** Where a block ends. */
public abstract class BlockEndNode<START extends BlockStartNode> extends FlowNode {
  private final transient START start;

  /** The end of what began at {@code start}, after {@code parents}. */
  public BlockEndNode(FlowExecution exec, String id, START start, FlowNode... parents) {
    super(exec, id, parents);
    this.start = start;
  }

  /** The end of what began at {@code start}, after {@code parents}. */
  public BlockEndNode(FlowExecution exec, String id, START start, List<FlowNode> parents) {
    super(exec, id, parents);
    this.start = start;
  }

  /** Where the block began. */
  @NonNull
  public START getStartNode() {
    return start;
  }
}
