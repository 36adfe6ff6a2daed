package io.jenkins.plugins.austa.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link RolloutProcess} as its parent sees it. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private volatile Step step = Step.PREPARE;
  private volatile String lastWords = "";

  Child(List<String> command) throws IOException {
    process = new ProcessBuilder(command).start();
    follow("out", new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), true);
    follow("err", new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8), false);
  }

  /** Waits until it can be told what to do. */
  void awaitReady() throws InterruptedException {
    await(ready);
  }

  /** Tells it what to do; returns the moment it was told, by {@link System#nanoTime()}. */
  long go(Order order) throws IOException {
    step = order.from();
    long told = System.nanoTime();
    process.getOutputStream().write((order.line() + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return told;
  }

  /** How it ended; does not complete when it is killed before. */
  CompletableFuture<String> end() {
    return end;
  }

  String awaitEnd() throws InterruptedException {
    return await(end);
  }

  /** The step it was last heard to begin. */
  Step step() {
    return step;
  }

  /** SIGKILL; returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void follow(String name, InputStreamReader stream, boolean spoken) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = new BufferedReader(stream)) {
                lines.lines().forEach(spoken ? this::hear : line -> lastWords = line);
              } catch (IOException | java.io.UncheckedIOException e) {
                lastWords = e.toString();
              }
              if (spoken) {
                gone();
              }
            },
            "austa-bench-child-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  private void hear(String line) {
    if (line.equals(RolloutProcess.READY)) {
      ready.complete(null);
    } else if (line.startsWith(RolloutProcess.STEP)) {
      step = Step.valueOf(line.substring(RolloutProcess.STEP.length()));
    } else if (line.startsWith(RolloutProcess.END)) {
      end.complete(line.substring(RolloutProcess.END.length()));
    }
  }

  private void gone() {
    IllegalStateException why =
        new IllegalStateException("A process of the benchmark ended early: " + lastWords);
    ready.completeExceptionally(why);
    end.completeExceptionally(why);
  }

  private <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "A process of the benchmark did not come to its end: "
              + e
              + "; it last said "
              + lastWords,
          e);
    }
  }
}
