package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;

/**
 * Starts processes on one machine. The host starts its processes by itself: this only says where.
 */
public abstract class Launcher {
  /** Where the processes' output goes. */
  @NonNull protected final TaskListener listener;

  /** The connection to the machine, null for this one. */
  @CheckForNull protected final VirtualChannel channel;

  /** Starts processes over {@code channel}, their output going to {@code listener}. */
  protected Launcher(@NonNull TaskListener listener, @CheckForNull VirtualChannel channel) {
    this.listener = listener;
    this.channel = channel;
  }

  /** Does what {@code launcher} does. */
  protected Launcher(@NonNull Launcher launcher) {
    this(launcher.listener, launcher.channel);
  }

  /** Returns the connection to the machine, null for this one. */
  @CheckForNull
  public VirtualChannel getChannel() {
    return channel;
  }

  /** Returns where the processes' output goes. */
  @NonNull
  public TaskListener getListener() {
    return listener;
  }

  /** Returns whether the machine is a Unix. */
  public boolean isUnix() {
    return Platform.current() == Platform.UNIX;
  }

  /** Starts processes on this machine. */
  public static class LocalLauncher extends Launcher {
    /** Starts processes here, their output going to {@code listener}. */
    public LocalLauncher(@NonNull TaskListener listener) {
      this(listener, FilePath.localChannel);
    }

    /** Starts processes here, their output going to {@code listener}. */
    public LocalLauncher(@NonNull TaskListener listener, @CheckForNull VirtualChannel channel) {
      super(listener, channel);
    }
  }
}
