package io.jenkins.plugins.austa.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Stages that run one after the other on the same agent. On nodes, neighbours with the same label
 * share a workspace; in pods each stage has its own.
 *
 * @param agent the stage whose agent it is
 * @param stages the stages, in order; none on the agent that only plans
 */
public record StageWork(AgentStage agent, List<AgentStage> stages) {
  private static final List<AgentStage> VERIFICATION =
      List.of(AgentStage.TEST, AgentStage.SECURITY, AgentStage.BUILD);

  /**
   * The work that needs no environment. The first is on the agent that plans, which is where the
   * Jenkinsfile's label leads, and may have no stages.
   */
  public static List<StageWork> verification(AgentsPlan agents) {
    List<StageWork> work = new ArrayList<>();
    work.add(new StageWork(AgentStage.PLAN, new ArrayList<>()));
    for (AgentStage stage : VERIFICATION) {
      StageWork last = work.get(work.size() - 1);
      if (!fits(agents, stage, last.agent())) {
        last = new StageWork(stage, new ArrayList<>());
        work.add(last);
      }
      last.stages().add(stage);
    }
    return work;
  }

  private static boolean fits(AgentsPlan agents, AgentStage stage, AgentStage agent) {
    boolean inPod = agents.pods() || agent == AgentStage.PLAN && agents.plannedInPod();
    return !inPod && agents.label(stage).equals(agents.label(agent));
  }
}
