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
                <hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig>
              </userRemoteConfigs>
              <branches>
                <hudson.plugins.git.BranchSpec><name>%s</name></hudson.plugins.git.BranchSpec>
              </branches>
              <extensions/>
            </scm>
            <scriptPath>Jenkinsfile</scriptPath>
            <lightweight>true</lightweight>
          </definition>
        </flow-definition>
        """
        .formatted(text(uri(repository)), text(branch));
  }

  /**
   * A job whose Jenkinsfile is in its definition, run in the sandbox. It takes a parameter {@code
   * RUN}, so that many builds of it can wait in the queue.
   */
  public static String fromScript(String jenkinsfile) {
    return """
        <flow-definition>
          <properties>
            <hudson.model.ParametersDefinitionProperty>
              <parameterDefinitions>
                <hudson.model.StringParameterDefinition><name>RUN</name></hudson.model.StringParameterDefinition>
              </parameterDefinitions>
            </hudson.model.ParametersDefinitionProperty>
          </properties>
          <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
            <script>%s</script>
            <sandbox>true</sandbox>
          </definition>
        </flow-definition>
        """
        .formatted(text(jenkinsfile));
  }

  /** The address git and Jenkins know a folder by. */
  static String uri(Path repository) {
    return URI.create("file://" + repository.toAbsolutePath().normalize()).toString();
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
