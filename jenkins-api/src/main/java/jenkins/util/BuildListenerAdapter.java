package jenkins.util;

import hudson.model.BuildListener;
import hudson.model.TaskListener;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Lets any listener stand where a build's is asked for. */
public final class BuildListenerAdapter implements BuildListener {
  private final TaskListener delegate;

  /** Writes to {@code delegate}. */
  public BuildListenerAdapter(TaskListener delegate) {
    this.delegate = delegate;
  }

  /** Returns {@code listener} where it is a build's already, else one that writes to it. */
  public static BuildListener wrap(TaskListener listener) {
    return listener instanceof BuildListener already ? already : new BuildListenerAdapter(listener);
  }

  @Override
  public PrintStream getLogger() {
    return delegate.getLogger();
  }

  @Override
  public PrintWriter error(String msg) {
    return delegate.error(msg);
  }

  @Override
  public PrintWriter fatalError(String msg) {
    return delegate.fatalError(msg);
  }
}
