package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action that wants to know the build it belongs to. */
public interface RunAction2 extends Action {
  /** Called when the action is added to {@code r}. */
  void onAttached(Run<?, ?> r);

  /** Called when {@code r} is read from disk. */
  void onLoad(Run<?, ?> r);
}
