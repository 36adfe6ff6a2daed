package io.jenkins.plugins.austa.cli.host.flow;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.StageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One body or step in the tree; mutable, guarded by {@link FlowTree}. */
final class FlowNodeRecord {
  final FlowNodeRecord parent;
  final String label;
  final boolean branch;
  final Instant start;
  final List<FlowNodeRecord> stages = new ArrayList<>();
  Instant end;
  Result result = Result.SUCCESS;

  FlowNodeRecord(FlowNodeRecord parent, String label, boolean branch, Instant start) {
    this.parent = parent;
    this.label = label;
    this.branch = branch;
    this.start = start;
  }

  /** Returns this or the nearest node around it that is shown; the run itself is always shown. */
  FlowNodeRecord shown() {
    FlowNodeRecord at = this;
    while (at.parent != null && at.label == null) {
      at = at.parent;
    }
    return at;
  }

  void worsen(Result other) {
    result = result.combine(other);
  }

  List<String> path() {
    List<String> path = parent == null ? new ArrayList<>() : parent.path();
    if (label != null) {
      path.add(label);
    }
    return path;
  }

  Duration duration(Instant now) {
    return Duration.between(start, end == null ? now : end);
  }

  StageRecord snapshot(Instant now) {
    List<StageRecord> children = stages.stream().map(stage -> stage.snapshot(now)).toList();
    return new StageRecord(label, branch, result, start, duration(now), children);
  }
}
