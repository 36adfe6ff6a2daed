package io.jenkins.plugins.austa.cli.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Describes a run; {@link #workspace} and {@link #home} are required. */
public final class PipelineHostBuilder {
  private Path workspace;
  private boolean inPlace;
  private Path jenkinsfile;
  private LibrarySource library = LibrarySource.none();
  private String jobName = "pipeline";
  private int buildNumber = 1;
  private Change change = Change.UNKNOWN;
  private String startedBy = System.getProperty("user.name", "unknown");
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private ApprovalPolicy approvals;
  private Prompt prompt = Prompt.terminal();
  private final List<Path> extraPath = new ArrayList<>();
  private final Map<String, String> shellEnvironment = new LinkedHashMap<>();
  private RunObserver observer = new RunObserver() {};
  private Path home;
  private ClassLoader loader = PipelineHost.class.getClassLoader();

  PipelineHostBuilder() {}

  /** Sets the checked-out sources; the pipeline works in copies that {@code checkout scm} makes. */
  public PipelineHostBuilder workspace(Path sources) {
    this.workspace = sources.toAbsolutePath().normalize();
    return this;
  }

  /** Lets the first workspace be the sources themselves instead of a copy. */
  public PipelineHostBuilder inPlace(boolean value) {
    this.inPlace = value;
    return this;
  }

  /** Sets the pipeline; by default {@code Jenkinsfile} in the sources. */
  public PipelineHostBuilder jenkinsfile(Path file) {
    this.jenkinsfile = file;
    return this;
  }

  /** Sets the shared library; by default there is none. */
  public PipelineHostBuilder library(LibrarySource source) {
    this.library = source;
    return this;
  }

  /** Sets the name of the job; by default {@code pipeline}. */
  public PipelineHostBuilder jobName(String name) {
    this.jobName = name;
    return this;
  }

  /** Sets the build number; by default 1. */
  public PipelineHostBuilder buildNumber(int number) {
    this.buildNumber = number;
    return this;
  }

  /** Sets what is being built; by default nothing is known. */
  public PipelineHostBuilder change(Change value) {
    this.change = value;
    return this;
  }

  /** Sets the id of the user who starts the run; by default the user of this machine. */
  public PipelineHostBuilder startedBy(String user) {
    this.startedBy = user;
    return this;
  }

  /** Sets a variable that the pipeline sees everywhere. */
  public PipelineHostBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Sets a parameter of the build. */
  public PipelineHostBuilder parameter(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** Sets how questions are answered; by default the starting user is asked about everything. */
  public PipelineHostBuilder approvals(ApprovalPolicy policy) {
    this.approvals = policy;
    return this;
  }

  /** Sets who is asked; by default whoever is at the terminal. */
  public PipelineHostBuilder prompt(Prompt value) {
    this.prompt = value;
    return this;
  }

  /** Puts a folder in front of the PATH of {@code sh}; the first one given comes first. */
  public PipelineHostBuilder extraPath(Path folder) {
    extraPath.add(folder.toAbsolutePath());
    return this;
  }

  /** Sets a variable that exists only inside {@code node}, as on an agent. */
  public PipelineHostBuilder shellEnvironment(String name, String value) {
    shellEnvironment.put(name, value);
    return this;
  }

  /** Sets who watches the run; by default nobody. */
  public PipelineHostBuilder observer(RunObserver value) {
    this.observer = value;
    return this;
  }

  /** Sets the folder for state, log, workspaces and artifacts of this run. */
  public PipelineHostBuilder home(Path folder) {
    this.home = folder.toAbsolutePath().normalize();
    return this;
  }

  /** Sets where classes and extensions are found; by default the loader of the host. */
  public PipelineHostBuilder classLoader(ClassLoader value) {
    this.loader = value;
    return this;
  }

  /**
   * Finishes the description.
   *
   * @throws NullPointerException when something required is missing
   */
  public PipelineHost build() {
    Objects.requireNonNull(workspace, "workspace: the checked-out sources are needed");
    Objects.requireNonNull(home, "home: a folder for the state of the run is needed");
    RunSettings settings =
        new RunSettings(
            workspace,
            inPlace,
            jenkinsfile == null ? workspace.resolve("Jenkinsfile") : jenkinsfile,
            library,
            jobName,
            buildNumber,
            change,
            startedBy,
            Map.copyOf(environment),
            Map.copyOf(parameters),
            approvals == null ? ApprovalPolicy.askAll(startedBy) : approvals,
            prompt,
            List.copyOf(extraPath),
            Map.copyOf(shellEnvironment),
            home);
    return new PipelineHost(settings, observer, loader);
  }
}
