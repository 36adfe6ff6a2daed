package io.jenkins.plugins.austa.jenkinsapi;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The host that stands in for the controller in this JVM. Ours, no part of the Jenkins API. */
public final class InstalledHost {
  private static final AtomicReference<JenkinsHost> HOST = new AtomicReference<>();

  private InstalledHost() {}

  /** Returns the host, empty when there is none. */
  public static Optional<JenkinsHost> find() {
    return Optional.ofNullable(HOST.get());
  }

  /**
   * Returns the host.
   *
   * @throws IllegalStateException when there is none
   */
  public static JenkinsHost get() {
    return find()
        .orElseThrow(
            () ->
                new IllegalStateException("no host is installed: call HostJenkins.install first"));
  }

  /**
   * Makes {@code host} the one.
   *
   * @throws IllegalStateException when there is another
   */
  static void install(JenkinsHost host) {
    if (!HOST.compareAndSet(null, host)) {
      throw new IllegalStateException("another host is installed: close it first");
    }
  }

  /** Removes {@code host}; nothing happens when it is not the one. */
  static void remove(JenkinsHost host) {
    HOST.compareAndSet(host, null);
  }
}
