package hudson.util;

import hudson.model.TaskListener;

/** A {@link TaskListener} as a base class. */
@Deprecated
public abstract class AbstractTaskListener implements TaskListener {
  private static final long serialVersionUID = 1L;
}
