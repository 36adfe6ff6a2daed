package io.jenkins.plugins.austa.cli.host.run;

import com.cloudbees.groovy.cps.Outcome;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.bind.StepCatalogue;
import io.jenkins.plugins.austa.cli.host.cps.ContextVariables;
import io.jenkins.plugins.austa.cli.host.cps.FlowRecorder;
import io.jenkins.plugins.austa.cli.host.cps.HostStepContext;
import io.jenkins.plugins.austa.cli.host.cps.Program;
import io.jenkins.plugins.austa.cli.host.cps.ProgramHost;
import io.jenkins.plugins.austa.cli.host.cps.ProgramNotSerialisableException;
import io.jenkins.plugins.austa.cli.host.cps.ProgramStore;
import io.jenkins.plugins.austa.cli.host.cps.StepInvoker;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Gives one program its steps, its variables and its surroundings. */
final class RunHost implements ProgramHost {
  private final HostServices services;
  private final HostRun run;
  private final Listeners listeners;
  private final RunLog log;
  private final Globals globals;
  private final StepCatalogue catalogue;
  private final StepInvoker invoker;
  private final ProgramStore store;
  private final LiveObjects live;
  private final CompletableFuture<Outcome> end = new CompletableFuture<>();

  RunHost(
      HostServices services,
      HostRun run,
      Listeners listeners,
      RunLog log,
      StepCatalogue catalogue,
      Scripts scripts,
      ProgramStore store) {
    this.services = services;
    this.run = run;
    this.listeners = listeners;
    this.log = log;
    this.catalogue = catalogue;
    this.invoker = new StepInvoker(catalogue);
    this.store = store;
    this.globals = new Globals(services, run, scripts, listeners.forRun());
    this.live = new LiveObjects(run);
    live.add(this);
    live.add(services);
    live.add(services.parameters());
    live.add(services.vault());
    live.add("node", services.machine().node());
    live.add("computer", services.machine().computer());
    globals.owned().forEach(live::add);
  }

  CompletableFuture<Outcome> end() {
    return end;
  }

  LiveObjects liveObjects() {
    return live;
  }

  @Override
  public <T> T lookUp(Class<T> type, HostStepContext context, ContextVariables variables)
      throws IOException, InterruptedException {
    if (type == HostServices.class) {
      return type.cast(services);
    }
    if (Run.class.isAssignableFrom(type) && type.isInstance(run)) {
      return type.cast(run);
    }
    if (Job.class.isAssignableFrom(type) && type.isInstance(run.getParent())) {
      return type.cast(run.getParent());
    }
    if (type == FlowNode.class) {
      return type.cast(services.flow().node(context.node()));
    }
    if (type == TaskListener.class) {
      return type.cast(listeners.of(context.node(), variables));
    }
    if (type == EnvVars.class) {
      return type.cast(globals.environment(variables));
    }
    if (type == Launcher.class) {
      FilePath workspace = variables.find(FilePath.class);
      return workspace == null
          ? null
          : type.cast(workspace.createLauncher(listeners.of(context.node(), variables)));
    }
    boolean inNode = variables.find(FilePath.class) != null;
    if (type == Node.class || type == Computer.class) {
      Object machine =
          type == Node.class ? services.machine().node() : services.machine().computer();
      return inNode ? type.cast(machine) : null;
    }
    return variables.find(type);
  }

  @Override
  public Object invoke(String name, Object arguments) {
    if ("pipeline".equals(name)) {
      throw new IllegalArgumentException(
          "declarative pipelines (pipeline { … }) do not run on the local host:"
              + " write stages in scripted syntax");
    }
    Optional<StepDescriptor> step = catalogue.find(name);
    if (step.isPresent()) {
      warnOfInterpolatedSecrets(name, arguments);
      return invoker.invoke(Program.current(), step.get(), arguments);
    }
    return catalogue
        .symbol(name, arguments)
        .map(Object.class::cast)
        .orElseThrow(() -> catalogue.unknown(name, services.settings().library().variableNames()));
  }

  private void warnOfInterpolatedSecrets(String step, Object arguments) {
    ContextVariables variables = Program.current().currentVariables();
    EnvironmentExpander expander = variables.find(EnvironmentExpander.class);
    if (expander == null || expander.getSensitiveVariables().isEmpty()) {
      return;
    }
    Set<String> names =
        InterpolatedSecrets.find(
            arguments, expander.getSensitiveVariables(), globals.environmentOf(variables));
    if (!names.isEmpty()) {
      warn(
          "a secret was passed to "
              + step
              + " by Groovy string interpolation ("
              + String.join(", ", names)
              + "), where others can see it; use single quotes and let the shell expand it");
    }
  }

  @Override
  public Object global(String name) {
    return globals.get(name);
  }

  @Override
  public void setResult(Result result) {
    run.setResult(result);
  }

  @Override
  public FlowRecorder flow() {
    return services.flow();
  }

  @Override
  public Object live(String key) {
    return key.startsWith(StageListener.KEY)
        ? listeners.of(Integer.parseInt(key.substring(StageListener.KEY.length())))
        : live.live(key);
  }

  @Override
  public String keyOf(Object object) {
    return live.keyOf(object);
  }

  @Override
  public void save(Program program) throws ProgramNotSerialisableException, IOException {
    store.save(program);
  }

  @Override
  public void ended(Outcome outcome) {
    end.complete(outcome);
  }

  @Override
  public void warn(String message) {
    log.append(List.of(), "WARNING: " + message);
  }

  @Override
  public String hostKey() {
    return "host";
  }
}
