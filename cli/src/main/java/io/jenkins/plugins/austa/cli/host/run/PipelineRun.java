package io.jenkins.plugins.austa.cli.host.run;

import com.cloudbees.groovy.cps.Outcome;
import hudson.model.BooleanParameterValue;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.StringParameterValue;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.RunObserver;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.cli.host.bind.StepCatalogue;
import io.jenkins.plugins.austa.cli.host.cps.Program;
import io.jenkins.plugins.austa.cli.host.cps.ProgramExecutor;
import io.jenkins.plugins.austa.cli.host.cps.ProgramStore;
import io.jenkins.plugins.austa.cli.host.flow.FlowTree;
import io.jenkins.plugins.austa.cli.host.flow.SecretMasker;
import io.jenkins.plugins.austa.cli.host.script.ScriptCompiler;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.cli.host.steps.BuiltInSymbols;
import io.jenkins.plugins.austa.jenkinsapi.HostJob;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** One run from its first line to its result. */
public final class PipelineRun implements AutoCloseable {
  private final RunSettings settings;
  private final Path logFile;
  private final RunLog log;
  private final Listeners listeners;
  private final FlowTree flow;
  private final HostServices services;
  private final HostRun run;
  private final ScriptCompiler compiler;
  private final Scripts scripts;
  private final ProgramExecutor executor;
  private final RunHost host;
  private final Program program;
  private final Instant start = Instant.now();

  /** Prepares a run on the installed {@code HostJenkins}. */
  public PipelineRun(RunSettings settings, RunObserver observer, ClassLoader loader)
      throws IOException {
    this.settings = settings;
    RunObserver serial = new SerialObserver(observer);
    SecretMasker masker = new SecretMasker();
    logFile = settings.home().resolve("log");
    log = new RunLog(logFile, masker, serial);
    flow = new FlowTree(serial, masker, Clock.systemUTC(), this::stepEnded);
    run = new HostJob(settings.jobName()).startAfter(settings.buildNumber() - 1).newRun();
    run.addAction(new CauseAction(new Cause.UserIdCause(settings.startedBy())));
    addParameters();
    KnownSecrets.mask(masker);
    listeners = new Listeners(flow, log, run);
    services =
        HostServices.create(
            settings, flow, masker, Timer.get(), run.getRootDir().toPath().resolve("archive"));
    compiler = new ScriptCompiler(loader, settings.library());
    StepCatalogue catalogue =
        new StepCatalogue(
            StepDescriptor.all(),
            BuiltInSymbols.with(Jenkins.get().getExtensionList(Descriptor.class)));
    ProgramStore store =
        new ProgramStore(settings.home().resolve("program.dat"), compiler.classLoader());
    executor = new ProgramExecutor("austa-pipeline", this::broken);
    scripts = new Scripts(compiler, settings);
    host = new RunHost(services, run, listeners, log, catalogue, scripts, store);
    program = new Program(host, executor);
    host.liveObjects().add(executor);
  }

  private void addParameters() {
    List<ParameterValue> values = new ArrayList<>();
    settings
        .parameters()
        .forEach(
            (name, value) ->
                values.add(
                    value instanceof Boolean flag
                        ? new BooleanParameterValue(name, flag)
                        : new StringParameterValue(name, String.valueOf(value))));
    if (!values.isEmpty()) {
      run.addAction(new ParametersAction(values));
    }
  }

  private void stepEnded(int node) {
    listeners.finish(node);
  }

  /** The host itself failed; nothing can go on. */
  private void broken(Throwable failure) {
    host.end().complete(new Outcome(null, failure));
  }

  /** Runs the pipeline and waits for its end. */
  public HostResult execute() throws InterruptedException {
    TaskListener listener = listeners.forRun();
    run.begin(listener);
    program.start(scripts);
    Outcome outcome = await();
    Throwable failure = outcome.getAbnormal();
    if (failure != null) {
      run.setResult(FlowTree.resultOf(failure));
      new FailureReport(listener).print(failure);
    } else if (run.getResult() == null) {
      run.setResult(Result.SUCCESS);
    }
    run.end(listener);
    listener.getLogger().println("Finished: " + run.getResult());
    return new HostResult(
        run.getResult(),
        run,
        flow.stages(),
        flow.execution(),
        flow.steps(),
        flow.flowNodes(),
        services.tests().sum(),
        Duration.between(start, Instant.now()),
        logFile,
        services.folders().artifacts(),
        Optional.ofNullable(failure));
  }

  private Outcome await() throws InterruptedException {
    try {
      return host.end().get();
    } catch (InterruptedException e) {
      stop(Result.ABORTED, new CauseOfInterruption.UserInterruption(settings.startedBy()));
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a run is a value, never an exception", e);
    }
  }

  /** Asks everything that runs to stop. */
  public void stop(Result result, CauseOfInterruption cause) {
    program.post(() -> program.stop(new FlowInterruptedException(result, true, cause)));
  }

  @Override
  public void close() throws IOException {
    executor.close();
    compiler.close();
    log.close();
  }
}
