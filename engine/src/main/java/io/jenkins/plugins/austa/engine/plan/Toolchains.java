package io.jenkins.plugins.austa.engine.plan;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tools a stage needs. Where stages run in pods, each toolchain is a container of this name;
 * a pod has those its stage needs and no others.
 */
public final class Toolchains {
  /** The agent itself, which the kubernetes plugin calls so; it has a shell and Git. */
  public static final String AGENT = "jnlp";

  /** Node.js with npm. */
  public static final String NODE = "node";

  /** Python with pip. */
  public static final String PYTHON = "python";

  /** Trivy. */
  public static final String TRIVY = "trivy";

  /** Bandit. */
  public static final String BANDIT = "bandit";

  /** Docker's command line with Buildx; no daemon. */
  public static final String DOCKER = "docker";

  /** Helm. */
  public static final String HELM = "helm";

  /** Codecov's uploader; has no image unless {@code austa.yaml} names one. */
  public static final String CODECOV = "codecov";

  private Toolchains() {}

  /** The toolchains whose commands a stage runs, in alphabetical order. */
  public static Set<String> of(PipelinePlan plan, AgentStage stage) {
    Set<String> needed = new TreeSet<>();
    switch (stage) {
      case TEST -> {
        plan.services().forEach(service -> needed.add(service.toolchain()));
        if (plan.coverage() != null) {
          needed.add(CODECOV);
        }
      }
      case SECURITY -> plan.scans().forEach(scan -> needed.add(scan.toolchain()));
      case BUILD -> Collections.addAll(needed, DOCKER, TRIVY);
      case MIGRATE ->
          plan.services().stream()
              .filter(service -> service.migrations() != null)
              .forEach(service -> needed.add(service.toolchain()));
      case DEPLOY -> needed.add(HELM);
      default -> {
        // Planning and reporting take the agent alone.
      }
    }
    needed.remove(AGENT);
    return needed;
  }
}
