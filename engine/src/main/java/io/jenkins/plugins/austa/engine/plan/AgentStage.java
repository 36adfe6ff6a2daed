package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.AgentsConfig.Labels;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of the pipeline that gets an agent of its own. */
public enum AgentStage {
  /** Reads the configuration; before it nothing but the Jenkinsfile's label is known. */
  PLAN(labels -> null),
  /** Tests of the services. */
  TEST(Labels::test),
  /** Scans of sources and dependencies. */
  SECURITY(Labels::security),
  /** Images, and their scans. */
  BUILD(Labels::build),
  /** Migrations of one environment. */
  MIGRATE(Labels::migrate),
  /** Deployment to one environment. */
  DEPLOY(Labels::deploy),
  /** The report. */
  REPORT(Labels::report);

  private final Function<Labels, String> label;

  AgentStage(Function<Labels, String> label) {
    this.label = label;
  }

  /**
   * The stage of a name.
   *
   * @param name in lower case, for example {@code test}
   * @throws IllegalArgumentException when there is none, with those there are
   */
  public static AgentStage named(String name) {
    return Arrays.stream(values())
        .filter(stage -> stage.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no agent for a stage \""
                        + name
                        + "\"; allowed are "
                        + Arrays.stream(values())
                            .map(AgentStage::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** The label configured for this stage, or null. */
  String label(Labels labels) {
    return label.apply(labels);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
