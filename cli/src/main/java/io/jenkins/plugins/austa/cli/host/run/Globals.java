package io.jenkins.plugins.austa.cli.host.run;

import hudson.EnvVars;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.cli.host.cps.ContextVariables;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import io.jenkins.plugins.austa.cli.host.cps.Program;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import io.jenkins.plugins.austa.cli.host.steps.ScmVariable;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** What the program means by bare names: library variables, {@code env}, {@code params}, …. */
final class Globals {
  private final HostServices services;
  private final HostRun run;
  private final Scripts scripts;
  private final TaskListener log;
  private final EnvVariable env;
  private final CurrentBuild currentBuild;
  private final ScmVariable scm = new ScmVariable();

  Globals(HostServices services, HostRun run, Scripts scripts, TaskListener log) {
    this.services = services;
    this.run = run;
    this.scripts = scripts;
    this.log = log;
    this.env = new EnvVariable(this::environmentHere);
    this.currentBuild = new CurrentBuild(run, env.assigned());
  }

  List<HostOwned> owned() {
    return List.of(env, currentBuild);
  }

  /** Returns what a name means, null when it means nothing. */
  Object get(String name) {
    if (services.settings().library().variable(name).isPresent()) {
      return Program.current()
          .libraryVariables()
          .computeIfAbsent(name, variable -> scripts.compiler().variable(variable));
    }
    return switch (name) {
      case "env" -> env;
      case "params" -> new LinkedHashMap<>(services.parameters().values());
      case "currentBuild" -> currentBuild;
      case "scm" -> scm;
      default -> environmentHere().get(name);
    };
  }

  private EnvVars environmentHere() {
    Program program = Program.current();
    return environmentOf(program == null ? ContextVariables.NONE : program.currentVariables());
  }

  /** Returns the variables in effect inside the given context. */
  EnvVars environmentOf(ContextVariables variables) {
    try {
      return environment(variables);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the environment of the run cannot be formed", e);
    }
  }

  /** Returns the variables in effect inside the given context. */
  EnvVars environment(ContextVariables variables) throws IOException, InterruptedException {
    return EnvironmentExpander.getEffectiveEnvironment(
        runEnvironment(),
        variables.find(EnvVars.class),
        variables.find(EnvironmentExpander.class),
        null,
        log);
  }

  private EnvVars runEnvironment() throws IOException, InterruptedException {
    RunSettings settings = services.settings();
    EnvVars all = run.getEnvironment(log);
    Change change = settings.change();
    all.putIfNotNull("BRANCH_NAME", change.branch() == null ? change.tag() : change.branch());
    all.putIfNotNull("TAG_NAME", change.tag());
    all.putAll(settings.environment());
    services.parameters().values().forEach((name, value) -> all.put(name, String.valueOf(value)));
    all.putAll(env.assigned());
    return all;
  }
}
