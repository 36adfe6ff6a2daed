package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;

/** Names one of several things that go on side by side. */
public interface ThreadNameAction extends PersistentAction {
  /** The name of the branch. */
  @NonNull
  String getThreadName();
}
