package io.jenkins.plugins.austa.bench.controller;

/** Lets many builds of a job wait in the queue at once: builds that differ are not taken as one. */
final class WithParameter {
  private static final String PROPERTY =
      """
      <flow-definition>
        <properties>
          <hudson.model.ParametersDefinitionProperty>
            <parameterDefinitions>
              <hudson.model.StringParameterDefinition><name>RUN</name></hudson.model.StringParameterDefinition>
            </parameterDefinitions>
          </hudson.model.ParametersDefinitionProperty>
        </properties>
      """;

  private WithParameter() {}

  /** The job's definition with a parameter {@code RUN}. */
  static String run(String definition) {
    return definition.replaceFirst("<flow-definition>", PROPERTY);
  }
}
