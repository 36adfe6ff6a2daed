package hudson.model;

import hudson.ExtensionPoint;

/** A page directly below the controller. */
public interface RootAction extends Action, ExtensionPoint {
  /** Returns whether the link belongs in the page's header. */
  default boolean isPrimaryAction() {
    return false;
  }
}
