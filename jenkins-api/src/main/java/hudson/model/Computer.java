package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jenkins.model.IComputer;

/** A machine builds run on, as it runs. */
public abstract class Computer extends Actionable
    implements AccessControlled, DescriptorByNameOwner, IComputer {
  /** Does what nobody waits for; its threads keep no JVM alive. */
  public static final ExecutorService threadPoolForRemoting =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "Computer.threadPoolForRemoting");
            thread.setDaemon(true);
            return thread;
          });

  /** Name of the machine as configured. */
  protected String nodeName;

  private final Node node;

  /** Runs {@code node}. */
  protected Computer(Node node) {
    this.node = node;
    this.nodeName = node.getNodeName();
  }

  /** Returns the connection to the machine, null while off line. */
  public abstract @Nullable VirtualChannel getChannel();

  /** Returns whether the machine is a Unix, null while unknown. */
  @CheckForNull
  public abstract Boolean isUnix();

  /** Returns the machine's name, empty for the controller. */
  @Override
  public @NonNull String getName() {
    return nodeName == null ? "" : nodeName;
  }

  @NonNull
  @Override
  public String getDisplayName() {
    return getName();
  }

  /** Returns the machine as configured, null when it was removed. */
  @CheckForNull
  public Node getNode() {
    return node;
  }

  /** Returns whether builds cannot run here now. */
  @Override
  public boolean isOffline() {
    return getChannel() == null;
  }

  /** Returns whether builds can run here now. */
  @Override
  public final boolean isOnline() {
    return !isOffline();
  }

  /** Returns the path from the root, ending in a slash. */
  @Override
  public @NonNull String getUrl() {
    return "computer/" + getName() + "/";
  }

  @Override
  public String getSearchUrl() {
    return getUrl();
  }

  /** Returns the machine's network name, or null. */
  public @CheckForNull String getHostName() throws IOException, InterruptedException {
    return InetAddress.getLocalHost().getHostName();
  }

  /** Returns the variables of the machine. */
  public @NonNull EnvVars getEnvironment() throws IOException, InterruptedException {
    return new EnvVars(EnvVars.masterEnvVars);
  }

  /**
   * Returns the machine this thread's build runs on; null outside an executor, so always on the
   * host.
   */
  public static @Nullable Computer currentComputer() {
    return null;
  }
}
