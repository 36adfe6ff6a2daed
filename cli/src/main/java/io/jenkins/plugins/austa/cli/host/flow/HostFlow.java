package io.jenkins.plugins.austa.cli.host.flow;

import hudson.model.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.FlowStartNode;

/**
 * The graph of a run as Jenkins would have it: the same nodes in the same order, with the same
 * actions. Steps and bodies are named by the numbers that {@link FlowTree} gives them. Safe for use
 * from any thread.
 */
final class HostFlow extends FlowExecution {
  private final Map<String, FlowNode> nodes = new HashMap<>();
  private final Set<FlowNode> heads = new LinkedHashSet<>();
  private final Map<Integer, Strand> strands = new HashMap<>();

  /** A step or body: where it begins, what came last inside, and what its parallel bodies left. */
  private static final class Strand {
    final int enclosing;
    final FlowNode start;
    final List<FlowNode> loose = new ArrayList<>();
    FlowNode last;

    Strand(int enclosing, FlowNode start) {
      this.enclosing = enclosing;
      this.start = start;
      this.last = start;
    }
  }

  HostFlow(int run) {
    strands.put(run, new Strand(run, add(new FlowStartNode(this, nextId()))));
  }

  synchronized void stepStarted(int step, int enclosing, String name, boolean block) {
    Strand around = strands.get(enclosing);
    var place = new HostFlowNodes.Place(List.of(around.last), around.start.getId());
    FlowNode node =
        block
            ? new HostFlowNodes.StepStartNode(this, nextId(), name, place)
            : new HostFlowNodes.StepAtomNode(this, nextId(), name, place);
    strands.put(step, new Strand(enclosing, add(node)));
    around.last = node;
  }

  synchronized void stepEnded(int step, Throwable failure) {
    Strand ended = strands.remove(step);
    if (!(ended.start instanceof BlockStartNode start)) {
      mark(ended.start, failure);
      return;
    }
    List<FlowNode> after = ended.loose.isEmpty() ? List.of(ended.last) : ended.loose;
    FlowNode end = add(new HostFlowNodes.StepEndNode(this, nextId(), start, after));
    mark(end, failure);
    strands.get(ended.enclosing).last = end;
  }

  synchronized void bodyStarted(int body, int step, String label, boolean branch) {
    Strand around = strands.get(step);
    FlowNode after = branch ? around.start : around.last;
    var place = new HostFlowNodes.Place(List.of(after), around.start.getId());
    FlowNode start = new HostFlowNodes.StepStartNode(this, nextId(), "body", place);
    start.addAction(new BodyInvocationAction());
    if (label != null) {
      start.addAction(branch ? new HostFlowNodes.BranchName(label) : new LabelAction(label));
    }
    strands.put(body, new Strand(step, add(start)));
  }

  synchronized void bodyEnded(int body, boolean branch, Throwable failure) {
    Strand ended = strands.remove(body);
    BlockStartNode start = (BlockStartNode) ended.start;
    FlowNode end = add(new HostFlowNodes.StepEndNode(this, nextId(), start, List.of(ended.last)));
    end.addAction(new BodyInvocationAction());
    mark(end, failure);
    Strand around = strands.get(ended.enclosing);
    around.last = end;
    if (branch) {
      around.loose.add(end);
    }
  }

  synchronized void warn(int step, Result result, String message) {
    Strand warned = strands.get(step);
    if (warned != null) {
      warned.start.addOrReplaceAction(new WarningAction(result).withMessage(message));
    }
  }

  /** The node of a step that is running. */
  synchronized FlowNode node(int step) {
    return strands.get(step).start;
  }

  @Override
  public synchronized List<FlowNode> getCurrentHeads() {
    return List.copyOf(heads);
  }

  @Override
  public synchronized FlowNode getNode(String id) {
    return nodes.get(id);
  }

  private FlowNode add(FlowNode node) {
    node.addAction(new TimingAction());
    nodes.put(node.getId(), node);
    node.getParents().forEach(heads::remove);
    heads.add(node);
    return node;
  }

  private String nextId() {
    return String.valueOf(nodes.size() + 2);
  }

  private static void mark(FlowNode node, Throwable failure) {
    if (failure != null) {
      node.addAction(new ErrorAction(failure));
    }
  }
}
