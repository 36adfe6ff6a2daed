package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.StageWork;
import io.jenkins.plugins.austa.engine.plan.Toolchains;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the Groovy side gets to see of a plan's agents. */
final class AgentView {

  private AgentView() {}

  /**
   * The stages that need no environment: those that run on the agent that plans, and those on other
   * agents, each with the agent that comes after it.
   */
  static Map<String, Object> work(PipelinePlan plan) {
    List<StageWork> work = StageWork.verification(plan.agents());
    List<Map<String, Object>> views = new ArrayList<>();
    for (int i = 0; i < work.size(); i++) {
      String next = i + 1 < work.size() ? work.get(i + 1).agent().toString() : null;
      views.add(view(work.get(i), next));
    }
    return PlanView.map(
        "here", views.get(0), "later", new ArrayList<>(views.subList(1, views.size())));
  }

  private static Map<String, Object> view(StageWork work, String next) {
    List<String> stages = work.stages().stream().map(AgentStage::toString).toList();
    return PlanView.map(
        "agent", work.agent().toString(), "stages", new ArrayList<>(stages), "next", next);
  }

  /** The container that a toolchain's commands run in; null without pods, and in the agent's. */
  static String container(PipelinePlan plan, String toolchain) {
    return plan.agents().pods() && !Toolchains.AGENT.equals(toolchain) ? toolchain : null;
  }
}
