package io.jenkins.plugins.austa.cli.host.run;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.austa.cli.host.cps.ContextVariables;
import io.jenkins.plugins.austa.cli.host.flow.FlowTree;
import io.jenkins.plugins.austa.cli.host.steps.Activity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The log listeners of the steps that are running, one each. */
final class Listeners {
  private static final int RUN = 0;
  private final Map<Integer, StageListener> byNode = new ConcurrentHashMap<>();
  private final FlowTree flow;
  private final RunLog log;
  private final Run<?, ?> run;

  Listeners(FlowTree flow, RunLog log, Run<?, ?> run) {
    this.run = run;
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
    return byNode.computeIfAbsent(node, n -> create(n, variables));
  }

  private StageListener create(int node, ContextVariables variables) {
    Activity activity = variables.find(Activity.class);
    return new StageListener(
        node,
        line -> {
          log.append(flow.path(node), line);
          if (activity != null) {
            activity.line();
          }
        },
        lines -> decorated(lines, variables.find(ConsoleLogFilter.class)));
  }

  private OutputStream decorated(OutputStream lines, ConsoleLogFilter filter) {
    try {
      return filter == null ? lines : filter.decorateLogger(run, lines);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("a log filter cannot be used: " + filter, e);
    }
  }

  /** The step has ended: writes out what it left without an end of line. */
  void finish(int node) {
    StageListener listener = byNode.remove(node);
    if (listener != null) {
      listener.finish();
    }
  }
}
