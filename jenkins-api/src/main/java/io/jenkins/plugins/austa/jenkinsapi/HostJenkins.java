package io.jenkins.plugins.austa.jenkinsapi;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionComponent;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.Permission;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.springframework.security.core.Authentication;

/**
 * Stands in for the controller on one machine. Ours, no part of the Jenkins API.
 *
 * <p>One host a JVM at a time: {@link #install}, use {@link jenkins.model.Jenkins#get}, {@link
 * #close}. Nothing is kept on disk. Everybody may do everything until {@link #permit} says
 * otherwise. Thread-safe.
 */
public final class HostJenkins implements JenkinsHost, AutoCloseable {
  private static final int TIMER_THREADS = 4;

  private final File rootDir;
  private final IndexedExtensions extensions;
  private final List<Credentials> credentials = new CopyOnWriteArrayList<>();
  private final List<CredentialsUse> uses = new CopyOnWriteArrayList<>();
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, Item> items = new ConcurrentHashMap<>();
  private final Map<String, Computer> computers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer = newTimer();
  private volatile String rootUrl;
  private volatile BiPredicate<Authentication, Permission> permits = (who, what) -> true;

  private HostJenkins(File rootDir, ClassLoader loader) {
    this.rootDir = rootDir;
    this.extensions = new IndexedExtensions(loader);
  }

  /**
   * Makes a host with {@code rootDir} as its home and makes it the one.
   *
   * @param loader where extensions are looked for, in all indices sezpoz wrote
   * @throws IllegalStateException when another host is installed
   */
  public static HostJenkins install(File rootDir, ClassLoader loader) {
    HostJenkins host = new HostJenkins(rootDir, loader);
    try {
      InstalledHost.install(host);
    } catch (IllegalStateException e) {
      host.timer.shutdownNow();
      throw e;
    }
    return host;
  }

  private static ScheduledExecutorService newTimer() {
    AtomicInteger count = new AtomicInteger();
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            TIMER_THREADS,
            work -> {
              Thread thread = new Thread(work, "jenkins.util.Timer-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Sets the public address, null for none; a slash is added at its end. */
  public HostJenkins rootUrl(@CheckForNull String url) {
    this.rootUrl = url == null || url.endsWith("/") ? url : url + "/";
    return this;
  }

  /** Keeps {@code added}; the first of equal ids wins. */
  public HostJenkins add(Credentials added) {
    credentials.add(Objects.requireNonNull(added, "credentials to keep"));
    return this;
  }

  /** Makes {@code computer} known by its name, in place of the one before. */
  public HostJenkins add(Computer computer) {
    computers.put(computer.getName(), computer);
    return this;
  }

  /** Makes {@code item} known by its full name, in place of the one before. */
  public HostJenkins add(Item item) {
    items.put(item.getFullName(), item);
    return this;
  }

  /**
   * Makes {@code extension} known beside those in the indices. Call it before they are looked up.
   */
  public HostJenkins add(ExtensionComponent<?> extension) {
    extensions.add(extension);
    return this;
  }

  /**
   * Says who may do what; the controller itself may do everything.
   *
   * @param rule asked for a permission and then, as long as it says no, for the one that implies it
   */
  public HostJenkins permit(BiPredicate<Authentication, Permission> rule) {
    this.permits = Objects.requireNonNull(rule, "who may do what");
    return this;
  }

  /** Returns which credentials were used by which builds, in order. */
  public List<CredentialsUse> uses() {
    return List.copyOf(uses);
  }

  @Override
  public File rootDir() {
    return rootDir;
  }

  @Override
  public Optional<String> rootUrl() {
    return Optional.ofNullable(rootUrl);
  }

  @Override
  public <T> List<ExtensionComponent<T>> extensions(Class<T> type) {
    return extensions.of(type);
  }

  @Override
  public List<Credentials> credentials() {
    return List.copyOf(credentials);
  }

  @Override
  public void used(Run<?, ?> run, Credentials used) {
    uses.add(new CredentialsUse(run, used));
  }

  @Override
  public boolean permits(Authentication who, Permission permission) {
    for (Permission each = permission; each != null; each = each.impliedBy) {
      if (each.getEnabled() && permits.test(who, each)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Map<String, User> users() {
    return users;
  }

  @Override
  public Optional<Item> item(String fullName) {
    return Optional.ofNullable(items.get(fullName));
  }

  @Override
  public Optional<Computer> computer(String nodeName) {
    return Optional.ofNullable(computers.get(nodeName));
  }

  @Override
  public ScheduledExecutorService timer() {
    return timer;
  }

  /** Ends the host; what its timer had planned does not happen. */
  @Override
  public void close() {
    InstalledHost.remove(this);
    timer.shutdownNow();
  }
}
