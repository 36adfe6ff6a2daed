package io.jenkins.plugins.austa.plugin.run;

import hudson.model.Result;
import io.jenkins.plugins.austa.engine.report.RunBlock;
import io.jenkins.plugins.austa.engine.report.StageTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Reads the graph of a run once, from its heads back to its start, looking at each node once. Of
 * the nodes only those that begin a block are remembered, so that a run of thousands of steps costs
 * little.
 */
public final class FlowReader {
  private final StageTree tree = new StageTree();
  private final Deque<FlowNode> open = new ArrayDeque<>();
  private final Set<String> starts = new HashSet<>();
  private final Map<String, BlockEndNode<?>> ends = new HashMap<>();
  private int steps;
  private int nodes;

  private FlowReader() {}

  /**
   * Reads the graph as it is now.
   *
   * @param here the node of the step that asks; null when the run has ended
   * @param runStart when the run started, in milliseconds since 1970
   */
  public static FlowSummary read(FlowExecution execution, FlowNode here, long runStart) {
    FlowReader reader = new FlowReader();
    reader.open.addAll(execution.getCurrentHeads());
    while (!reader.open.isEmpty()) {
      reader.follow(reader.open.removeLast());
    }
    String around = here == null ? null : here.getEnclosingId();
    return new FlowSummary(
        reader.tree.stages(runStart, System.currentTimeMillis(), around),
        reader.steps,
        reader.nodes);
  }

  /** Goes back along one line until it has no more, or meets one that has been followed. */
  private void follow(FlowNode head) {
    FlowNode at = head;
    while (at != null) {
      // Only at the start of a block do lines that ran side by side meet.
      if (at instanceof BlockStartNode && !starts.add(at.getId())) {
        return;
      }
      read(at);
      FlowNode first = null;
      for (FlowNode parent : at.getParents()) {
        if (first == null) {
          first = parent;
        } else {
          open.add(parent);
        }
      }
      at = first;
    }
  }

  private void read(FlowNode node) {
    nodes++;
    if (node instanceof BlockEndNode<?> end) {
      ends.put(end.getStartNode().getId(), end);
    } else if (node instanceof BlockStartNode start) {
      readBlock(start);
    } else if (node instanceof AtomNode) {
      steps++;
    }
    WarningAction warning = node.getPersistentAction(WarningAction.class);
    if (warning != null) {
      tree.warn(node.getEnclosingId(), warning.getResult().toString(), line(warning.getMessage()));
    }
  }

  private void readBlock(BlockStartNode start) {
    boolean body = start.getPersistentAction(BodyInvocationAction.class) != null;
    if (!body && !start.getParents().isEmpty()) {
      steps++;
    }
    BlockEndNode<?> end = ends.remove(start.getId());
    ErrorAction error = end == null ? null : end.getError();
    tree.add(
        new RunBlock(
            start.getId(),
            start.getEnclosingId(),
            body ? name(start) : null,
            TimingAction.getStartTime(start),
            end == null ? null : TimingAction.getStartTime(end),
            end == null ? null : result(error),
            error == null ? null : line(error.getError().getMessage())));
  }

  private static String name(BlockStartNode start) {
    ThreadNameAction branch = start.getPersistentAction(ThreadNameAction.class);
    if (branch != null) {
      return branch.getThreadName();
    }
    LabelAction label = start.getPersistentAction(LabelAction.class);
    return label == null ? null : label.getDisplayName();
  }

  private static String result(ErrorAction error) {
    if (error == null) {
      return Result.SUCCESS.toString();
    }
    return error.getError() instanceof FlowInterruptedException interrupted
        ? interrupted.getResult().toString()
        : Result.FAILURE.toString();
  }

  private static String line(String message) {
    return message == null
        ? null
        : message.lines().findFirst().map(first -> first.replaceFirst(":$", "")).orElse(null);
  }
}
