package io.jenkins.plugins.austa.engine.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.config.AgentsConfig;
import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class AgentsPlanTest {

  @Test
  public void takesPodsWhereTheyCanBeHadAndNoLabelIsNamed() throws Exception {
    assertTrue(agents("", "", true, true).pods());
    assertFalse(agents("", "", true, false).pods());
    assertFalse(agents("", "", false, true).pods());
    assertFalse(agents("", "linux", true, true).pods());
  }

  @Test
  public void theConfigurationHasTheLastWord() throws Exception {
    assertFalse(agents("kind: nodes", "", true, true).pods());
    assertTrue(agents("kind: kubernetes", "linux", true, true).pods());
  }

  @Test
  public void refusesPodsThatCannotBeHad() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> agents("kind: kubernetes", "", false, false));

    assertTrue(refused.getMessage(), refused.getMessage().contains("kubernetes plugin"));
  }

  @Test
  public void onNodesTheStagesShareOneAgent() throws Exception {
    assertEquals("plan[test, security, build]", work("", "linux", true));
    assertEquals("plan[test, security, build]", work("", "", false));
  }

  @Test
  public void onNodesAStageWithALabelOfItsOwnGoesElsewhere() throws Exception {
    assertEquals(
        "plan[test] security[security] build[build]",
        work("labels: {security: scan, build: docker}", "linux", true));
    assertEquals(
        "plan[] test[test, security] build[build]",
        work("labels: {test: fast, security: fast}", "linux", true));
    assertEquals("plan[test, security, build]", work("labels: {test: linux}", "linux", true));
  }

  @Test
  public void inPodsEachStageHasItsOwn() throws Exception {
    String alone = "plan[] test[test] security[security] build[build]";
    assertEquals(alone, work("", "", true));
    assertEquals(alone, work("kind: kubernetes", "linux", true));
  }

  @Test
  public void nothingRunsInThePodThatOnlyPlans() throws Exception {
    assertEquals("plan[] test[test, security, build]", work("kind: nodes", "", true));
  }

  @Test
  public void anotherStageIsAnsweredWithThoseThereAre() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> AgentStage.named("tests"));

    assertTrue(refused.getMessage(), refused.getMessage().contains("plan, test, security"));
  }

  @Test
  public void eachStageHasTheToolchainsOfItsCommands() throws Exception {
    PipelinePlan plan = plan("", agents("", "", true, true));

    assertEquals("[]", Toolchains.of(plan, AgentStage.PLAN).toString());
    assertEquals("[node, python]", Toolchains.of(plan, AgentStage.TEST).toString());
    assertEquals("[bandit, node, trivy]", Toolchains.of(plan, AgentStage.SECURITY).toString());
    assertEquals("[docker, trivy]", Toolchains.of(plan, AgentStage.BUILD).toString());
    assertEquals("[node]", Toolchains.of(plan, AgentStage.MIGRATE).toString());
    assertEquals("[helm]", Toolchains.of(plan, AgentStage.DEPLOY).toString());
    assertEquals("[]", Toolchains.of(plan, AgentStage.REPORT).toString());
  }

  @Test
  public void testsHaveCodecovsUploaderWhenCoverageIsSent() throws Exception {
    String config =
        """
        services: {backend: {checks: {unit: {run: npm test, coverage: lcov.info}}}}
        coverage: {codecov: {credentialsId: codecov}}
        """;
    PipelinePlan plan = plan(config, agents("", "", true, true));

    assertEquals("[codecov, node]", Toolchains.of(plan, AgentStage.TEST).toString());
  }

  @Test
  public void aServiceCanHaveAToolchainOfItsOwn() throws Exception {
    PipelinePlan plan =
        plan("services: {backend: {toolchain: node20}}", agents("", "", true, true));

    assertEquals("[node20]", Toolchains.of(plan, AgentStage.TEST).toString());
    assertEquals("[node20, trivy]", Toolchains.of(plan, AgentStage.SECURITY).toString());
  }

  @Test
  public void whatNeedsNoToolsRunsInTheAgentItself() throws Exception {
    PipelinePlan plan = plan("services: {backend: {kind: other}}", agents("", "", true, true));

    assertEquals("[]", Toolchains.of(plan, AgentStage.TEST).toString());
  }

  @Test
  public void comesBackFromTextAsItWas() throws Exception {
    String image = "example.com/node@sha256:" + "c".repeat(64);
    PipelinePlan plan =
        plan("", agents("images: {node: '" + image + "'}, labels: {test: x}", "a", true, true));

    assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
  }

  @Test
  public void aPlanOfAnOlderVersionRunsOnNodes() throws Exception {
    String json = PlanJson.write(plan("", agents("", "", true, true)));
    String older = json.replaceFirst(",\"agents\":\\{.*}}$", "}");

    assertFalse(older, older.contains("agents"));
    assertFalse(PlanJson.read(older).agents().pods());
  }

  private static String work(String agents, String label, boolean cloud) throws Exception {
    return String.join(
        " ",
        StageWork.verification(agents(agents, label, cloud, cloud)).stream()
            .map(work -> work.agent().toString() + work.stages())
            .toList());
  }

  private static AgentsPlan agents(String yaml, String label, boolean podTemplate, boolean cloud)
      throws InvalidConfigException {
    AgentsConfig config = ConfigReader.read("austa.yaml", "agents: {" + yaml + "}").agents();
    return AgentsPlan.of(config, label, podTemplate, cloud);
  }

  private static PipelinePlan plan(String yaml, AgentsPlan agents) throws InvalidConfigException {
    AustaConfig config = ConfigReader.read("austa.yaml", yaml);
    Set<String> existing =
        Set.copyOf(
            List.of(
                "backend",
                "backend/package.json",
                "backend/prisma/migrations",
                "ai-service",
                "ai-service/requirements.txt"));
    RepositoryFacts repository = new RepositoryFacts("cockpit", existing);
    return Planner.plan("austa.yaml", config, repository, new RunFacts("main", null, ""))
        .on(agents);
  }
}
