package io.jenkins.plugins.austa.cli.host.flow;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.RunObserver;
import io.jenkins.plugins.austa.cli.host.StageRecord;
import io.jenkins.plugins.austa.cli.host.cps.FlowRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The steps, stages and branches of a run, as they happen. Safe for use from any thread. */
public final class FlowTree implements FlowRecorder {
  /** Jenkins counts a node for the start and one for the end of the run. */
  private static final int START_AND_END = 2;

  private static final int RUN = 0;

  private final List<FlowNodeRecord> nodes = new ArrayList<>();
  private final HostFlow flow = new HostFlow(RUN);
  private final RunObserver observer;
  private final ShownArguments shown;
  private final Clock clock;
  private final IntConsumer onStepEnd;
  private int steps;
  private int flowNodes = START_AND_END;

  /**
   * Starts with the run as node 0.
   *
   * @param onStepEnd told the number of each step that ended, before anything else happens
   */
  public FlowTree(RunObserver observer, SecretMasker masker, Clock clock, IntConsumer onStepEnd) {
    this.observer = observer;
    this.shown = new ShownArguments(masker);
    this.clock = clock;
    this.onStepEnd = onStepEnd;
    nodes.add(new FlowNodeRecord(null, null, false, clock.instant()));
  }

  @Override
  public synchronized int stepStarted(
      int enclosing, String name, Map<String, Object> arguments, boolean block) {
    steps++;
    flowNodes += block ? 2 : 1;
    int id = add(new FlowNodeRecord(nodes.get(enclosing), null, false, clock.instant()));
    flow.stepStarted(id, enclosing, name, block);
    observer.stepStarted(path(id), name, shown.of(arguments));
    return id;
  }

  @Override
  public void stepEnded(int node, Throwable failure) {
    onStepEnd.accept(node);
    flow.stepEnded(node, failure);
  }

  @Override
  public synchronized int bodyStarted(int step, String label, boolean branch) {
    flowNodes += 2;
    FlowNodeRecord node = new FlowNodeRecord(nodes.get(step), label, branch, clock.instant());
    int id = add(node);
    flow.bodyStarted(id, step, label, branch);
    if (label != null) {
      node.parent.shown().stages.add(node);
      if (branch) {
        observer.branchStarted(path(id));
      } else {
        observer.stageStarted(path(id));
      }
    }
    return id;
  }

  @Override
  public synchronized void bodyEnded(int id, Throwable failure) {
    FlowNodeRecord node = nodes.get(id);
    node.end = clock.instant();
    flow.bodyEnded(id, node.branch, failure);
    if (failure != null) {
      node.worsen(resultOf(failure));
    }
    if (node.label == null) {
      return;
    }
    if (node.branch) {
      observer.branchEnded(path(id), node.result, node.duration(node.end));
    } else {
      observer.stageEnded(path(id), node.result, node.duration(node.end));
    }
  }

  /** Returns the result that a run gets when this escapes from it. */
  public static Result resultOf(Throwable failure) {
    return failure instanceof FlowInterruptedException interrupted
        ? interrupted.getResult()
        : Result.FAILURE;
  }

  /**
   * Marks the stages and branches around a step as at least as bad as {@code result}; the message
   * may be null.
   */
  public synchronized void warn(int step, Result result, String message) {
    flow.warn(step, result, message);
    for (FlowNodeRecord at = nodes.get(step); at != null; at = at.parent) {
      at.worsen(result);
    }
  }

  /** Returns the names of the stages and branches around a node, outermost first. */
  public synchronized List<String> path(int node) {
    return nodes.get(node).path();
  }

  /** Returns the outermost stages with all that is in them, as of now. */
  public synchronized List<StageRecord> stages() {
    Instant now = clock.instant();
    return nodes.get(0).stages.stream().map(stage -> stage.snapshot(now)).toList();
  }

  /** Returns the run's graph as Jenkins would have it. */
  public FlowExecution execution() {
    return flow;
  }

  /** Returns the node of a step that is running. */
  public FlowNode node(int step) {
    return flow.node(step);
  }

  /** Returns how many steps the program has started. */
  public synchronized int steps() {
    return steps;
  }

  /** Returns how many flow nodes Jenkins would have stored by now. */
  public synchronized int flowNodes() {
    return flowNodes;
  }

  private int add(FlowNodeRecord node) {
    nodes.add(node);
    return nodes.size() - 1;
  }
}
