package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** One step, or the start or end of a block, in the graph of a run. Knows what came before it. */
public abstract class FlowNode extends Actionable implements Saveable {
  private final transient FlowExecution exec;
  private final transient List<FlowNode> parents;
  private final String id;

  /** A node after {@code parents}. */
  protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {
    this.exec = exec;
    this.id = id;
    this.parents = List.copyOf(parents);
  }

  /** A node after {@code parents}. */
  protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {
    this(exec, id, List.of(parents));
  }

  /** Why it failed; null when it did not. */
  @CheckForNull
  public final ErrorAction getError() {
    return getPersistentAction(ErrorAction.class);
  }

  /** The run's graph. */
  @NonNull
  public FlowExecution getExecution() {
    return exec;
  }

  /** What came immediately before; several at the end of what ran side by side. */
  @NonNull
  public List<FlowNode> getParents() {
    return parents;
  }

  /** The id of the start of the innermost block around it; null when there is none. */
  @CheckForNull
  public String getEnclosingId() {
    return null;
  }

  /** Unique in its run. */
  public String getId() {
    return id;
  }

  @Override
  public final String getSearchUrl() {
    return getId();
  }

  @Override
  public String getDisplayName() {
    LabelAction label = getPersistentAction(LabelAction.class);
    return label == null ? getTypeDisplayName() : label.getDisplayName();
  }

  /** What its kind of node is called. */
  protected abstract String getTypeDisplayName();

  /** The first of its own actions that is a {@code type}; null when there is none. */
  @CheckForNull
  public final <T extends Action> T getPersistentAction(@NonNull Class<T> type) {
    return getActions().stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** Does nothing: this graph lives as long as the process. */
  @Override
  public void save() throws IOException {}
}
