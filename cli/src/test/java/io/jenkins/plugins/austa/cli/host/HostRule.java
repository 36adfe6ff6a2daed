package io.jenkins.plugins.austa.cli.host;

import hudson.model.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** Runs Jenkinsfiles in a temporary folder and keeps what the observer saw. */
final class HostRule extends ExternalResource {
  private final TemporaryFolder folder = new TemporaryFolder();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private Consumer<PipelineHostBuilder> configuration = builder -> {};

  @Override
  protected void before() throws IOException {
    folder.create();
    Files.createDirectories(sources());
  }

  @Override
  protected void after() {
    folder.delete();
  }

  Path sources() {
    return folder.getRoot().toPath().resolve("sources");
  }

  Path home() {
    return folder.getRoot().toPath().resolve("home");
  }

  /** Adds a library variable. */
  HostRule variable(String name, String text) {
    return file(folder.getRoot().toPath().resolve("library/vars/" + name + ".groovy"), text);
  }

  /** Adds any file of the library. */
  HostRule library(String path, String text) {
    return file(folder.getRoot().toPath().resolve("library").resolve(path), text);
  }

  /** Adds a file to the sources. */
  HostRule source(String path, String text) {
    return file(sources().resolve(path), text);
  }

  HostRule configured(Consumer<PipelineHostBuilder> more) {
    configuration = configuration.andThen(more);
    return this;
  }

  private HostRule file(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PipelineHost host(String jenkinsfile) {
    source("Jenkinsfile", jenkinsfile);
    PipelineHostBuilder builder =
        PipelineHost.builder()
            .workspace(sources())
            .home(home())
            .library(new DirectoryLibrary(folder.getRoot().toPath().resolve("library")))
            .startedBy("ada")
            .prompt(
                question ->
                    CompletableFuture.failedFuture(new IllegalStateException("nobody is here")))
            .observer(new Observer());
    configuration.accept(builder);
    return builder.build();
  }

  HostResult run(String jenkinsfile) throws Exception {
    return host(jenkinsfile).run();
  }

  /** Runs and requires success, showing the log when there is none. */
  HostResult succeed(String jenkinsfile) throws Exception {
    HostResult result = run(jenkinsfile);
    if (result.result() != Result.SUCCESS) {
      throw new AssertionError(
          "ended with " + result.result() + "\n" + text(), result.failure().orElse(null));
    }
    return result;
  }

  /** Returns the lines of the log. */
  List<String> log() {
    return List.copyOf(log);
  }

  String text() {
    return String.join("\n", log);
  }

  /** Returns what the observer was told about stages, branches and steps. */
  List<String> events() {
    return List.copyOf(events);
  }

  private final class Observer implements RunObserver {
    @Override
    public void stageStarted(List<String> path) {
      events.add("stage " + String.join("/", path));
    }

    @Override
    public void stageEnded(List<String> path, Result result, Duration duration) {
      events.add("end " + String.join("/", path) + " " + result);
    }

    @Override
    public void branchStarted(List<String> path) {
      events.add("branch " + String.join("/", path));
    }

    @Override
    public void branchEnded(List<String> path, Result result, Duration duration) {
      events.add("end " + String.join("/", path) + " " + result);
    }

    @Override
    public void stepStarted(List<String> path, String name, Map<String, Object> arguments) {
      events.add("step " + name);
    }

    @Override
    public void logLine(List<String> path, String line) {
      log.add(path.isEmpty() ? line : "[" + String.join("/", path) + "] " + line);
    }
  }
}
