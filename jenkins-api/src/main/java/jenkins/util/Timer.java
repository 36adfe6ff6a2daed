package jenkins.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import java.util.concurrent.ScheduledExecutorService;

/** The executor behind all that happens at a time. */
public class Timer {
  private Timer() {}

  /** Returns the executor; work on it should be short. */
  @NonNull
  public static synchronized ScheduledExecutorService get() {
    return InstalledHost.get().timer();
  }

  /** Does nothing: the executor ends with the host it belongs to. */
  public static synchronized void shutdown() {}
}
