package org.jenkinsci.plugins.workflow.actions;

import hudson.model.InvisibleAction;

/** Marks a block as a run of a step's body; the step itself is the block around it. */
public class BodyInvocationAction extends InvisibleAction implements PersistentAction {
  /** Marks a block. */
  public BodyInvocationAction() {}
}
