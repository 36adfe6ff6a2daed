package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import io.jenkins.plugins.austa.engine.gate.ConfiguredPolicy;
import io.jenkins.plugins.austa.engine.gate.GatePolicy;
import io.jenkins.plugins.austa.engine.gate.SecurityGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy that a gate by hand works by. */
final class GivenPolicy {
  private static final Path USUAL = Path.of("austa.yaml");

  private GivenPolicy() {}

  /**
   * The gate.
   *
   * @param policy null for the usual file, or defaults where it is not there
   * @param baseline null for the policy's own, relative to the folder of the policy
   */
  static SecurityGate gate(Path policy, Path baseline)
      throws WrongUseException, InvalidConfigException, IOException {
    Path file = policy == null ? USUAL : policy;
    boolean there = Files.isRegularFile(file);
    if (policy != null && !there) {
      throw new WrongUseException("there is no policy " + policy + "; correct --policy");
    }
    if (baseline != null && !Files.isRegularFile(baseline)) {
      throw new WrongUseException(
          "there is no baseline " + baseline + "; write one with --json, or leave --baseline out");
    }
    SecurityConfig security =
        ConfigReader.read(file.toString(), there ? Files.readString(file) : "").security();
    GatePolicy configured = ConfiguredPolicy.of(security);
    if (baseline != null) {
      return SecurityGate.withBaseline(configured.withNewOnly(), baseline);
    }
    if (configured.newOnly() && security.baseline().equals(SecurityConfig.PREVIOUS_BUILD)) {
      throw new WrongUseException(
          "the policy compares with the last build, which by hand nobody knows; give its gate.json"
              + " with --baseline");
    }
    return SecurityGate.withBaseline(configured, file.resolveSibling(security.baseline()));
  }
}
