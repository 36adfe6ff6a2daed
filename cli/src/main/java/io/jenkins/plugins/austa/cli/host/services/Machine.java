package io.jenkins.plugins.austa.cli.host.services;

import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.jenkinsapi.HostComputer;
import io.jenkins.plugins.austa.jenkinsapi.HostNode;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This machine, as the one agent there is. */
public final class Machine {
  private final RunSettings settings;
  private final HostNode node;
  private final HostComputer computer;

  Machine(RunSettings settings) {
    this.settings = settings;
    this.node = new HostNode("built-in", new FilePath(settings.home().toFile()));
    this.computer = new HostComputer(node);
  }

  /** Returns the machine as configured. */
  public HostNode node() {
    return node;
  }

  /** Returns the machine as it runs. */
  public HostComputer computer() {
    return computer;
  }

  /**
   * Returns the variables of this machine for a workspace.
   *
   * @param cookie marks the processes started there, see {@link LeftProcesses}
   */
  public EnvVars environment(Path workspace, String cookie) {
    EnvVars env = new EnvVars(System.getenv());
    env.putAll(settings.shellEnvironment());
    String own = env.getOrDefault("PATH", "/usr/bin:/bin");
    env.put(
        "PATH",
        Stream.concat(settings.extraPath().stream().map(Path::toString), Stream.of(own))
            .collect(Collectors.joining(File.pathSeparator)));
    env.put("WORKSPACE", workspace.toString());
    env.put("WORKSPACE_TMP", workspace + "@tmp");
    env.put("NODE_NAME", node.getNodeName());
    env.put("EXECUTOR_NUMBER", "0");
    env.put(LeftProcesses.VARIABLE, cookie);
    return env;
  }
}
