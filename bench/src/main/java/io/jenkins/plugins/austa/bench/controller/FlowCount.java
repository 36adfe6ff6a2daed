package io.jenkins.plugins.austa.bench.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.test.controller.JenkinsClient;
import java.io.IOException;

/** Counts what a finished build's flow graph holds, in the controller. */
final class FlowCount {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT =
      """
      import org.jenkinsci.plugins.workflow.graph.StepNode
      import org.jenkinsci.plugins.workflow.graph.BlockEndNode
      import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner
      import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction
      import org.jenkinsci.plugins.workflow.actions.ThreadNameAction
      def build = jenkins.model.Jenkins.get().getItemByFullName('@JOB@').getBuildByNumber(@BUILD@)
      def count = [sh: 0, input: 0, branches: 0, steps: 0]
      new DepthFirstScanner().allNodes(build.execution).each { node ->
          if (node.getAction(ThreadNameAction)) { count.branches++ }
          if (node instanceof StepNode && !(node instanceof BlockEndNode) && !node.getAction(BodyInvocationAction)) {
              count.steps++
              def name = node.descriptor?.functionName
              if (name in ['sh', 'input']) { count[name]++ }
          }
      }
      println groovy.json.JsonOutput.toJson(count)
      """;

  private FlowCount() {}

  /** The counts {@code sh}, {@code input}, {@code branches} and {@code steps}. */
  static JsonNode of(JenkinsClient client, String job, int build)
      throws IOException, InterruptedException {
    return JSON.readTree(
        client.script(SCRIPT.replace("@JOB@", job).replace("@BUILD@", String.valueOf(build))));
  }
}
