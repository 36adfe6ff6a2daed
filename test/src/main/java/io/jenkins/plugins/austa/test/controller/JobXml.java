package io.jenkins.plugins.austa.test.controller;

import java.net.URI;
import java.nio.file.Path;

/** Definitions of pipeline jobs. */
public final class JobXml {

  private JobXml() {}

  /** A job that reads its Jenkinsfile from the main branch of a git repository on this machine. */
  public static String fromRepository(Path repository) {
    return fromRepository(repository, "main");
  }

  /** A job that reads its Jenkinsfile from a branch of a git repository on this machine. */
  public static String fromRepository(Path repository, String branch) {
    return """
        <flow-definition>
          <definition class="org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition">
            <scm class="hudson.plugins.git.GitSCM">
              <configVersion>2</configVersion>
              <userRemoteConfigs>
                <hudson.plugins.git.UserRemoteConfig><url>@URL@</url></hudson.plugins.git.UserRemoteConfig>
              </userRemoteConfigs>
              <branches>
                <hudson.plugins.git.BranchSpec><name>@BRANCH@</name></hudson.plugins.git.BranchSpec>
              </branches>
              <extensions/>
            </scm>
            <scriptPath>Jenkinsfile</scriptPath>
            <lightweight>true</lightweight>
          </definition>
        </flow-definition>
        """
        .replace("@URL@", text(uri(repository)))
        .replace("@BRANCH@", text(branch));
  }

  /**
   * The same job with a parameter {@code RUN}, so that many builds of it can wait in the queue, and
   * with its last fifty builds kept. The Jenkinsfile comes from a full checkout: what the git
   * plugin keeps for light ones fails when many builds use it at once.
   */
  public static String withRunParameter(String definition) {
    String properties =
        """
        <flow-definition>
          <properties>
            <hudson.model.ParametersDefinitionProperty>
              <parameterDefinitions>
                <hudson.model.StringParameterDefinition><name>RUN</name></hudson.model.StringParameterDefinition>
              </parameterDefinitions>
            </hudson.model.ParametersDefinitionProperty>
            <jenkins.model.BuildDiscarderProperty>
              <strategy class="hudson.tasks.LogRotator">
                <daysToKeep>-1</daysToKeep>
                <numToKeep>50</numToKeep>
                <artifactDaysToKeep>-1</artifactDaysToKeep>
                <artifactNumToKeep>-1</artifactNumToKeep>
              </strategy>
            </jenkins.model.BuildDiscarderProperty>
          </properties>
        """;
    return definition
        .replace("<flow-definition>\n", properties)
        .replace("<lightweight>true<", "<lightweight>false<");
  }

  /** The address git and Jenkins know a folder by. */
  public static String uri(Path repository) {
    return URI.create("file://" + repository.toAbsolutePath().normalize()).toString();
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
