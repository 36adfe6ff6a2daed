package hudson.console;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;

/** Changes what goes into a build's log. */
public abstract class ConsoleLogFilter implements ExtensionPoint {
  /** Returns the stream to write to in place of {@code logger}; {@code build} may be null. */
  public OutputStream decorateLogger(@NonNull Run build, OutputStream logger)
      throws IOException, InterruptedException {
    return logger;
  }

  /** Returns all filters. */
  public static ExtensionList<ConsoleLogFilter> all() {
    return ExtensionList.lookup(ConsoleLogFilter.class);
  }
}
