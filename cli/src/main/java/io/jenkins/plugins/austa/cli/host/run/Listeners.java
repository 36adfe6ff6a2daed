package io.jenkins.plugins.austa.cli.host.run;

import io.jenkins.plugins.austa.cli.host.cps.ContextVariables;
import io.jenkins.plugins.austa.cli.host.flow.FlowTree;
import io.jenkins.plugins.austa.cli.host.steps.Activity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The log listeners of the steps that are running, one each. */
final class Listeners {
  private static final int RUN = 0;
  private final Map<Integer, StageListener> byNode = new ConcurrentHashMap<>();
  private final FlowTree flow;
  private final RunLog log;

  Listeners(FlowTree flow, RunLog log) {
    this.flow = flow;
    this.log = log;
  }

  /** Returns the listener of the run, outside any step. */
  StageListener forRun() {
    return of(RUN);
  }

  StageListener of(int node) {
    return of(node, ContextVariables.NONE);
  }

  StageListener of(int node, ContextVariables variables) {
    return byNode.computeIfAbsent(node, n -> create(n, variables.find(Activity.class)));
  }

  private StageListener create(int node, Activity activity) {
    return new StageListener(
        node,
        line -> {
          log.append(flow.path(node), line);
          if (activity != null) {
            activity.line();
          }
        });
  }

  /** The step has ended: writes out what it left without an end of line. */
  void finish(int node) {
    StageListener listener = byNode.remove(node);
    if (listener != null) {
      listener.finish();
    }
  }
}
