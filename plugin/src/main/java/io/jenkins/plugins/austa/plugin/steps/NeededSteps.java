package io.jenkins.plugins.austa.plugin.steps;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The steps of other plugins that the shared library calls. Groovy finds out in the middle of a
 * delivery that one is not there, and ends it with a stack trace that names no plugin. So they are
 * looked for before anything is done.
 */
final class NeededSteps {
  /** Display name and id of the plugin by the step that it brings. */
  static final Map<String, String> PLUGINS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("checkout", "Pipeline: SCM Step (workflow-scm-step)"),
              Map.entry("echo", "Pipeline: Basic Steps (workflow-basic-steps)"),
              Map.entry("input", "Pipeline: Input Step (pipeline-input-step)"),
              Map.entry("junit", "JUnit (junit)"),
              Map.entry("node", "Pipeline: Nodes and Processes (workflow-durable-task-step)"),
              Map.entry("parallel", "Pipeline: Groovy (workflow-cps)"),
              Map.entry("sh", "Pipeline: Nodes and Processes (workflow-durable-task-step)"),
              Map.entry("stage", "Pipeline: Stage Step (pipeline-stage-step)"),
              Map.entry("stash", "Pipeline: Basic Steps (workflow-basic-steps)"),
              Map.entry("timeout", "Pipeline: Basic Steps (workflow-basic-steps)"),
              Map.entry("unstash", "Pipeline: Basic Steps (workflow-basic-steps)"),
              Map.entry("withCredentials", "Credentials Binding (credentials-binding)")));

  private NeededSteps() {}

  /**
   * Says which steps are missing and what to install.
   *
   * @param known whether there is a step of that name
   * @return one message; empty when all are there
   */
  static String missing(Predicate<String> known) {
    Map<String, String> missing = new TreeMap<>(PLUGINS);
    missing.keySet().removeIf(known);
    if (missing.isEmpty()) {
      return "";
    }
    return "Jenkins lacks what the pipeline needs. Install or enable under Manage Jenkins ›"
        + " Plugins: "
        + missing.entrySet().stream()
            .map(entry -> entry.getValue() + " for the step " + entry.getKey())
            .collect(Collectors.joining("; "))
        + ".";
  }
}
