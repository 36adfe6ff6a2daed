package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running shell script. Like Jenkins, a script is run by {@code sh -xe} unless it starts with
 * {@code #!}; it has no standard input.
 */
public final class ShellProcess {
  private static final long GRACE_SECONDS = 5;

  /** Output that a background process of the script still holds open is waited for this long. */
  private static final long DRAIN_SECONDS = 1;

  private final Process process;
  private final CompletableFuture<Integer> exit;

  private ShellProcess(Process process, CompletableFuture<Integer> exit) {
    this.process = process;
    this.exit = exit;
  }

  /**
   * Starts a script.
   *
   * @param scripts folder for the script's file, which is deleted when the script has ended
   * @param environment the whole environment of the process
   * @param out receives standard output and is closed at its end
   * @param err receives standard error; may be the same stream as {@code out}, then one follows the
   *     other line by line
   * @throws IOException when the shell cannot be started
   */
  public static ShellProcess start(
      Path scripts,
      String script,
      Path folder,
      Map<String, String> environment,
      OutputStream out,
      OutputStream err)
      throws IOException {
    Path file = write(scripts, script);
    List<String> command =
        script.startsWith("#!") ? List.of(file.toString()) : List.of("sh", "-xe", file.toString());
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(out == err);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<Void> drained = pump(process.getInputStream(), out);
    if (out != err) {
      drained = CompletableFuture.allOf(drained, pump(process.getErrorStream(), err));
    }
    CompletableFuture<Void> allRead = drained;
    CompletableFuture<Integer> exit =
        process
            .onExit()
            .thenCompose(
                ended ->
                    allRead
                        .completeOnTimeout(null, DRAIN_SECONDS, TimeUnit.SECONDS)
                        .thenApply(nothing -> ended.exitValue()))
            .whenComplete((status, failure) -> delete(file));
    return new ShellProcess(process, exit);
  }

  private static Path write(Path scripts, String script) throws IOException {
    Path file =
        Files.createTempFile(
            scripts,
            "script",
            ".sh",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return Files.writeString(file, script, StandardCharsets.UTF_8);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It lies in the run's own folder and goes with it.
      file.toFile().deleteOnExit();
    }
  }

  private static CompletableFuture<Void> pump(InputStream from, OutputStream to) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (from;
                  to) {
                from.transferTo(to);
                done.complete(null);
              } catch (IOException e) {
                done.complete(null);
              }
            },
            "austa-sh-output");
    reader.setDaemon(true);
    reader.start();
    return done;
  }

  /** Completes with the exit status when the script has ended and its output has been read. */
  public CompletableFuture<Integer> exit() {
    return exit;
  }

  /** Ends the script and all it started: politely first, by force after a few seconds. */
  public void kill(ScheduledExecutorService timer) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    timer.schedule(
        () -> family.forEach(ProcessHandle::destroyForcibly), GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
