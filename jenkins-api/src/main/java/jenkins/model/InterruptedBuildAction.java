package jenkins.model;

import hudson.model.InvisibleAction;
import java.util.Collection;
import java.util.List;

/** Why a build was stopped. */
public class InterruptedBuildAction extends InvisibleAction {
  private final List<CauseOfInterruption> causes;

  /** Holds the causes. */
  public InterruptedBuildAction(Collection<? extends CauseOfInterruption> causes) {
    this.causes = List.copyOf(causes);
  }

  /** Returns the causes; the list cannot be changed. */
  public List<CauseOfInterruption> getCauses() {
    return causes;
  }
}
