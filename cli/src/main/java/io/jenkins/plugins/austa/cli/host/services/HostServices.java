package io.jenkins.plugins.austa.cli.host.services;

import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import io.jenkins.plugins.austa.cli.host.flow.FlowTree;
import io.jenkins.plugins.austa.cli.host.flow.SecretMasker;
import io.jenkins.plugins.austa.jenkinsapi.HostComputer;
import io.jenkins.plugins.austa.jenkinsapi.HostNode;
import io.jenkins.plugins.austa.jenkinsapi.HostRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What the host's own steps share within one run. */
public final class HostServices implements HostOwned {
  private final RunSettings settings;
  private final FlowTree flow;
  private final SecretMasker masker;
  private final ScheduledExecutorService timer;
  private final Path scripts;
  private final Path artifacts;
  private final Path secrets;
  private final LockTable locks = new LockTable();
  private final Milestones milestones = new Milestones();
  private final TestTotals tests = new TestTotals();
  private final SecretVault vault = new SecretVault();
  private final HostNode node;
  private final HostComputer computer;
  private final RunParameters parameters;
  private final Stashes stashes;
  private final Workspaces workspaces;
  private final SourceCheckout sources;

  /**
   * Makes the folders of the run below its home.
   *
   * @param timer for everything that happens later; its tasks must be short
   */
  public HostServices(
      RunSettings settings,
      HostRun run,
      FlowTree flow,
      SecretMasker masker,
      ScheduledExecutorService timer)
      throws IOException {
    this.settings = settings;
    this.flow = flow;
    this.masker = masker;
    this.timer = timer;
    Path home = settings.home();
    this.scripts = Files.createDirectories(home.resolve("scripts"));
    this.secrets = Files.createDirectories(home.resolve("secrets"));
    this.artifacts = run.getRootDir().toPath().resolve("archive");
    this.node = new HostNode("built-in", new FilePath(home.toFile()));
    this.computer = new HostComputer(node);
    this.stashes = new Stashes(home.resolve("stashes"));
    this.workspaces =
        new Workspaces(settings.inPlace() ? settings.sources() : home.resolve("workspace"), home);
    this.sources = new SourceCheckout(settings);
    this.parameters = new RunParameters(settings.parameters());
  }

  /** Returns the services of the run a step belongs to. */
  public static HostServices of(StepContext context) throws IOException, InterruptedException {
    return context.get(HostServices.class);
  }

  /** Returns what the run is about. */
  public RunSettings settings() {
    return settings;
  }

  /** Returns the steps and stages so far. */
  public FlowTree flow() {
    return flow;
  }

  /** Returns the secrets of the run. */
  public SecretMasker masker() {
    return masker;
  }

  /** Returns the timer; tasks must be short. */
  public ScheduledExecutorService timer() {
    return timer;
  }

  /** Returns the folder for the scripts of {@code sh}. */
  public Path scripts() {
    return scripts;
  }

  /** Returns the folder for files that hold secrets while a step needs them. */
  public Path secrets() {
    return secrets;
  }

  /** Returns the folder for the run's artifacts; may not exist yet. */
  public Path artifacts() {
    return artifacts;
  }

  /** Returns the secrets that steps have bound. */
  public SecretVault vault() {
    return vault;
  }

  /** Returns this machine, as an agent. */
  public HostNode node() {
    return node;
  }

  /** Returns this machine, as a running agent. */
  public HostComputer computer() {
    return computer;
  }

  /** Returns the locks. */
  public LockTable locks() {
    return locks;
  }

  /** Returns the milestones passed. */
  public Milestones milestones() {
    return milestones;
  }

  /** Returns the tests recorded. */
  public TestTotals tests() {
    return tests;
  }

  /** Returns the parameters. */
  public RunParameters parameters() {
    return parameters;
  }

  /** Returns the stashes. */
  public Stashes stashes() {
    return stashes;
  }

  /** Returns the workspaces. */
  public Workspaces workspaces() {
    return workspaces;
  }

  /** Returns the sources of the run. */
  public SourceCheckout sources() {
    return sources;
  }

  /** Returns the variables of this machine, as an agent, for a workspace. */
  public EnvVars nodeEnvironment(Path workspace) {
    EnvVars env = new EnvVars(System.getenv());
    env.putAll(settings.shellEnvironment());
    String own = env.getOrDefault("PATH", "/usr/bin:/bin");
    env.put(
        "PATH",
        Stream.concat(settings.extraPath().stream().map(Path::toString), Stream.of(own))
            .collect(Collectors.joining(File.pathSeparator)));
    env.putAll(Map.of("WORKSPACE", workspace.toString(), "NODE_NAME", node.getNodeName()));
    env.put("WORKSPACE_TMP", workspace + "@tmp");
    env.put("EXECUTOR_NUMBER", "0");
    return env;
  }

  @Override
  public String hostKey() {
    return "services";
  }
}
