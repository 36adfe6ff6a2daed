package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.plan.AgentStage;
import io.jenkins.plugins.austa.engine.plan.AgentsPlan;
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
      views.add(view(plan, work.get(i), next));
    }
    return PlanView.map(
        "here", views.get(0), "later", new ArrayList<>(views.subList(1, views.size())));
  }

  private static Map<String, Object> view(PipelinePlan plan, StageWork work, String next) {
    List<String> stages = work.stages().stream().map(AgentStage::toString).toList();
    return PlanView.map(
        "agent",
        work.agent().toString(),
        "on",
        agent(plan.agents(), work.agent()),
        "stages",
        new ArrayList<>(stages),
        "next",
        next);
  }

  /** The agent of each stage that does not share one. */
  static Map<String, Object> agents(AgentsPlan agents) {
    return PlanView.map(
        "migrate", agent(agents, AgentStage.MIGRATE),
        "deploy", agent(agents, AgentStage.DEPLOY),
        "report", agent(agents, AgentStage.REPORT));
  }

  /** The node's label. A pod is put together only when it starts: the program need not carry it. */
  private static Map<String, Object> agent(AgentsPlan agents, AgentStage stage) {
    return agents.pods()
        ? PlanView.map("stage", stage.toString())
        : PlanView.map("label", agents.label(stage));
  }

  /** The container that a toolchain's commands run in; null without pods, and in the agent's. */
  static String container(PipelinePlan plan, String toolchain) {
    return plan.agents().pods() && !Toolchains.AGENT.equals(toolchain) ? toolchain : null;
  }
}
