package io.jenkins.plugins.austa.cli.host;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.run.PipelineRun;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.InstalledHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import jenkins.model.CauseOfInterruption;

/**
 * Executes one run of a Jenkinsfile with its shared library on this machine, without Jenkins.
 *
 * <p>Steps are those of the class path's extension index: the host's own and those of plugins.
 */
public final class PipelineHost {
  private final RunSettings settings;
  private final RunObserver observer;
  private final ClassLoader loader;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<PipelineRun> running = new AtomicReference<>();

  PipelineHost(RunSettings settings, RunObserver observer, ClassLoader loader) {
    this.settings = settings;
    this.observer = observer;
    this.loader = loader;
  }

  /** Starts to describe a run. */
  public static PipelineHostBuilder builder() {
    return new PipelineHostBuilder();
  }

  /**
   * Runs the pipeline to its end. Uses the installed {@link HostJenkins}; when there is none, one
   * without credentials is installed for the time of the run.
   *
   * @throws NoSuchFileException when there is no Jenkinsfile
   * @throws IOException when the home of the run cannot be written
   * @throws IllegalStateException when this host has already been run
   * @throws InterruptedException when the calling thread is interrupted; the run is then aborted
   */
  public HostResult run() throws IOException, InterruptedException {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("this host has already been run");
    }
    if (!Files.isRegularFile(settings.jenkinsfile())) {
      throw new NoSuchFileException(
          settings.jenkinsfile().toString(), null, "there is no Jenkinsfile here");
    }
    Files.createDirectories(settings.home());
    if (InstalledHost.find().isPresent()) {
      return execute();
    }
    try (HostJenkins own = HostJenkins.install(settings.home().toFile(), loader)) {
      return execute();
    }
  }

  private HostResult execute() throws IOException, InterruptedException {
    try (PipelineRun run = new PipelineRun(settings, observer, loader)) {
      running.set(run);
      return run.execute();
    }
  }

  /** Asks the run to stop with {@code ABORTED}; does nothing when it is not running. */
  public void abort(CauseOfInterruption cause) {
    PipelineRun run = running.get();
    if (run != null) {
      run.stop(Result.ABORTED, cause);
    }
  }
}
