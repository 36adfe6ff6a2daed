package io.jenkins.plugins.austa.cli.host.flow;

import java.util.List;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The nodes of the host's graph, named as in Jenkins. */
final class HostFlowNodes {
  private HostFlowNodes() {}

  /** A step without a body. */
  static final class StepAtomNode extends AtomNode {
    private final String step;
    private final String enclosing;

    StepAtomNode(FlowExecution execution, String id, String step, Place place) {
      super(execution, id, place.after().toArray(FlowNode[]::new));
      this.step = step;
      this.enclosing = place.enclosing();
    }

    @Override
    public String getEnclosingId() {
      return enclosing;
    }

    @Override
    protected String getTypeDisplayName() {
      return step;
    }
  }

  /** Where a step with a body starts, or where its body does. */
  static final class StepStartNode extends BlockStartNode {
    private final String step;
    private final String enclosing;

    StepStartNode(FlowExecution execution, String id, String step, Place place) {
      super(execution, id, place.after());
      this.step = step;
      this.enclosing = place.enclosing();
    }

    @Override
    public String getEnclosingId() {
      return enclosing;
    }

    @Override
    protected String getTypeDisplayName() {
      return step + " : Start";
    }
  }

  /** Where it ends. */
  static final class StepEndNode extends BlockEndNode<BlockStartNode> {
    StepEndNode(FlowExecution execution, String id, BlockStartNode start, List<FlowNode> after) {
      super(execution, id, start, after);
    }

    @Override
    public String getEnclosingId() {
      return getStartNode().getEnclosingId();
    }

    @Override
    protected String getTypeDisplayName() {
      return getStartNode().getDisplayName().replace(" : Start", "") + " : End";
    }
  }

  /** The name of a branch. */
  static final class BranchName extends LabelAction implements ThreadNameAction {
    private final String name;

    BranchName(String name) {
      super("Branch: " + name);
      this.name = name;
    }

    @Override
    public String getThreadName() {
      return name;
    }
  }

  /**
   * Where a node stands.
   *
   * @param after what came immediately before
   * @param enclosing id of the innermost block around it
   */
  record Place(List<FlowNode> after, String enclosing) {}
}
