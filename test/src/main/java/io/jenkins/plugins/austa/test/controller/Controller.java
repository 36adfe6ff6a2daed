package io.jenkins.plugins.austa.test.controller;

import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A controller process on loopback with a home of its own. It can be killed and started again on
 * the same home and port. Users have passwords equal to their names: {@code alice} may everything,
 * {@code bob} and {@code carol} may read, build and cancel.
 */
public final class Controller implements AutoCloseable {
  public static final String ADMIN = "alice";
  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 30;

  private final ControllerKit kit;
  private final Path folder;
  private final int port;
  private final ConcurrentHashMap<String, JenkinsClient> clients = new ConcurrentHashMap<>();
  private Process process;

  private Controller(ControllerKit kit, Path folder, int port) {
    this.kit = kit;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a controller and waits until it answers.
   *
   * @param folder for its home and its log; must not exist yet
   */
  public static Controller start(ControllerKit kit, Path folder)
      throws IOException, InterruptedException {
    Path absolute = Files.createDirectories(folder).toAbsolutePath().normalize();
    ControllerHome.lay(kit, absolute.resolve("home"));
    Controller controller = new Controller(kit, absolute, freePort());
    try {
      controller.start();
      return controller;
    } catch (IOException | InterruptedException e) {
      controller.close();
      throw e;
    }
  }

  /** Starts it again, on the same home and port, and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    File log = log().toFile();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", kit.command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("JENKINS_HOME", home().toString());
    process = builder.start();
    ProcessHandle handle = process.toHandle();
    // Whoever ends this process early must not leave a controller behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll(handle)));
    clients.clear();
    Await.until("the controller to be up; its log is " + log, BOOT, this::up);
  }

  private Optional<Boolean> up() throws ControllerException, InterruptedException {
    if (!process.isAlive()) {
      throw new ControllerException(
          "it ended with exit code " + process.exitValue() + "; see " + log());
    }
    return admin().answers() ? Optional.of(true) : Optional.empty();
  }

  /** Ends it and all it started at once, as SIGKILL does; nothing is told to it. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  private static void endAll(ProcessHandle root) {
    root.descendants().forEach(ProcessHandle::destroyForcibly);
    root.destroyForcibly();
  }

  /** Where it answers; ends with a slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Its JENKINS_HOME. */
  public Path home() {
    return folder.resolve("home");
  }

  /** All it printed. */
  public Path log() {
    return folder.resolve("controller.log");
  }

  /** Talks to it as one of its users. */
  public JenkinsClient as(String user) {
    return clients.computeIfAbsent(user, name -> new JenkinsClient(url(), name, name));
  }

  /** Talks to it as its administrator. */
  public JenkinsClient admin() {
    return as(ADMIN);
  }

  /** Stops it, or kills it when it takes too long, and removes its plugins; jobs and log stay. */
  @Override
  public void close() {
    stop();
    try {
      FileTrees.delete(home().resolve("plugins"));
    } catch (IOException e) {
      throw new UncheckedIOException("The plugins in " + home() + " could not be removed", e);
    }
  }

  private void stop() {
    try {
      if (process != null && process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          kill();
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
