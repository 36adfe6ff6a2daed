package org.jenkinsci.plugins.workflow.steps;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A step was under way when the controller restarted and cannot go on. */
public class SynchronousResumeNotSupportedException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER =
      Logger.getLogger(SynchronousResumeNotSupportedException.class.getName());

  /** Says so of an unknown step. */
  @Deprecated
  public SynchronousResumeNotSupportedException() {
    super("The step cannot be resumed after a controller restart");
  }

  /** Says so of the step in {@code context}. */
  public SynchronousResumeNotSupportedException(StepContext context) {
    super("The Pipeline step `" + name(context) + "` cannot be resumed after a controller restart");
  }

  private static String name(StepContext context) {
    try {
      StepDescriptor descriptor = context.get(StepDescriptor.class);
      return descriptor == null ? "?" : descriptor.getFunctionName();
    } catch (IOException e) {
      LOGGER.log(Level.FINE, "the step's name is not known", e);
      return "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }
}
