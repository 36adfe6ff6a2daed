package io.jenkins.plugins.austa.engine.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class PlannerTest {
  private static final Set<String> COCKPIT =
      Set.of(
          "frontend",
          "frontend/package.json",
          "backend",
          "backend/package.json",
          "backend/package-lock.json",
          "backend/prisma/migrations",
          "ai-service",
          "ai-service/requirements.txt");
  private static final RunFacts MAIN = new RunFacts("main", null, "0123456789abcdef");

  @Test
  public void plansTheKnownFoldersWithoutAnyConfiguration() throws Exception {
    PipelinePlan plan = plan("", COCKPIT, MAIN);

    assertEquals(List.of("frontend", "backend", "ai-service"), names(plan));
    assertEquals("main-0123456", plan.version());
    ServicePlan backend = plan.services().get(1);
    assertEquals("node", backend.kind());
    assertEquals("cd backend && npm ci", backend.install());
    assertEquals("/api", backend.route());
    assertEquals("backend/prisma/migrations", backend.migrations());
    assertEquals("registry.example.com/my-cockpit/backend", backend.repository());
    assertEquals("python", plan.services().get(2).kind());
  }

  @Test
  public void leavesOutWhatTheRepositoryDoesNotHave() throws Exception {
    PipelinePlan plan = plan("", Set.of("frontend", "frontend/package.json"), MAIN);

    assertEquals(List.of("frontend"), names(plan));
    assertNull(plan.services().get(0).install());
  }

  @Test
  public void refusesARepositoryWithNothingToDeliver() {
    InvalidConfigException refused =
        assertThrows(InvalidConfigException.class, () -> plan("", Set.of(), MAIN));

    assertTrue(refused.getMessage(), refused.getMessage().contains("nothing to deliver"));
  }

  @Test
  public void refusesANamedServiceWithoutAFolder() {
    InvalidConfigException refused =
        assertThrows(
            InvalidConfigException.class, () -> plan("services: {billing: }", COCKPIT, MAIN));

    assertTrue(refused.getMessage(), refused.getMessage().contains("services.billing"));
  }

  @Test
  public void productionIsBlueGreenWithApprovalUnlessSaidOtherwise() throws Exception {
    PipelinePlan plan = plan("", COCKPIT, MAIN);

    assertFalse(plan.deployment("staging").isBlueGreen());
    assertFalse(plan.deployment("staging").approval());
    DeploymentPlan production = plan.deployment("production");
    assertTrue(production.isBlueGreen());
    assertTrue(production.approval());
    assertEquals("austa-my-cockpit-production", production.namespace());
    assertEquals("austa-production", production.release());
  }

  @Test
  public void anotherBranchDeploysNowhereAndSaysWhy() throws Exception {
    PipelinePlan plan = plan("", COCKPIT, new RunFacts("feature/x", null, ""));

    assertFalse(plan.deployment("production").deploys());
    assertEquals(
        "branch feature/x is built; only main deploys here",
        plan.deployment("production").reason());
  }

  @Test
  public void scansEachServiceWithTheScannersOfItsToolchain() throws Exception {
    PipelinePlan plan = plan("", COCKPIT, MAIN);

    assertEquals(
        List.of(
            "trivy frontend",
            "npm audit frontend",
            "trivy backend",
            "npm audit backend",
            "trivy ai-service",
            "bandit ai-service"),
        plan.scans().stream().map(ScanPlan::name).toList());
  }

  @Test
  public void aChangeIsScannedWithThePolicyOfItsTargetToo() throws Exception {
    RunFacts change = new RunFacts("PR-7", null, "0123456789abcdef", "", "main", "7");
    ScanPlan last = plan("", COCKPIT, change).scans().get(6);

    assertEquals("policy of main", last.name());
    assertEquals(TargetPolicy.SCANNER, last.scanner());
    assertTrue(TargetPolicy.find(plan("", COCKPIT, change)).isPresent());
    assertTrue(TargetPolicy.find(plan("", COCKPIT, MAIN)).isEmpty());
  }

  @Test
  public void pythonIsAuditedByWhateverIsAskedFor() throws Exception {
    PipelinePlan plan = plan("security: {scanners: [pip-audit, safety]}", COCKPIT, MAIN);

    assertEquals(
        List.of(
            "cd ai-service && pip-audit --progress-spinner off --format json >"
                + " \"$WORKSPACE\"/.austa/scans/pip-audit-ai-service.json",
            "cd ai-service && safety check --output json >"
                + " \"$WORKSPACE\"/.austa/scans/safety-ai-service.json"),
        plan.scans().stream().map(ScanPlan::command).toList());
  }

  @Test
  public void findingsAreShownWhereTheCheckoutIsFrom() throws Exception {
    String config = "security: {codeScanning: {credentialsId: gh}}";
    for (String url :
        List.of(
            "https://github.com/acme/cockpit.git",
            "https://user@github.com/acme/cockpit",
            "git@github.com:acme/cockpit.git",
            "ssh://git@github.com/acme/cockpit.git")) {
      RunFacts main = new RunFacts("main", null, "0123456789abcdef", url, null, null);
      assertEquals(
          new CodeScanningPlan("https://api.github.com/", "acme/cockpit", "refs/heads/main", "gh"),
          plan(config, COCKPIT, main).codeScanning());
    }
    RunFacts change =
        new RunFacts("PR-7", null, "0123456789abcdef", "https://git.example.com/x/y", "main", "7");
    assertNull(plan(config, COCKPIT, change).codeScanning().repository());
    assertEquals("refs/pull/7/head", plan(config, COCKPIT, change).codeScanning().ref());
    assertNull(plan("", COCKPIT, MAIN).codeScanning());
  }

  @Test
  public void aTagIsTheVersion() {
    assertEquals("v1.2.3", new RunFacts("main", "v1.2.3", "abc").version());
  }

  @Test
  public void aVersionIsFitForAnImagesTag() {
    assertEquals("release-1.2", new RunFacts("main", "release/1.2", "").version());
    assertEquals("feature-x-0123456", new RunFacts("feature/x", null, "0123456789").version());
    assertEquals("hidden", new RunFacts("main", "..hidden", "").version());
    assertEquals(128, new RunFacts("main", "v".repeat(200), "").version().length());
  }

  @Test
  public void refusesNamesThatNoClusterTakesAllAtOnce() {
    InvalidConfigException refused =
        assertThrows(
            InvalidConfigException.class,
            () -> plan("services: {Back_End: }\nenvironments: {Prod!: }", COCKPIT, MAIN));

    assertEquals(2, refused.problems().size());
    assertTrue(refused.getMessage(), refused.getMessage().contains("services.Back_End"));
    assertTrue(refused.getMessage(), refused.getMessage().contains("environments.Prod!"));
  }

  @Test
  public void coverageGoesToCodecovUnderEachServicesFlag() throws Exception {
    String config =
        """
        services:
          backend: {checks: {unit: {run: npm test, coverage: reports/lcov.info}}}
          frontend: {checks: {lint: {run: npm run lint}}}
        coverage: {codecov: {credentialsId: codecov-token, url: 'https://codecov.example.com'}}
        """;
    CoverageUpload upload = plan(config, COCKPIT, MAIN).coverage();

    assertEquals("codecov-token", upload.credentialsId());
    assertEquals(
        "codecovcli --url https://codecov.example.com upload-process --fail-on-error --disable-search"
            + " --flag backend --commit-sha 0123456789abcdef --branch main"
            + " --file backend/reports/lcov.info",
        upload.command());
  }

  @Test
  public void noCoverageIsSentWithoutACredential() throws Exception {
    assertNull(plan("", COCKPIT, MAIN).coverage());
  }

  @Test
  public void theRegistrysHostIsWhatOneLogsInTo() throws Exception {
    String config =
        "build: {registry: 'registry.example.com:5000/team/app', credentialsId: push, pullCredentialsId: pull}";
    RegistryAccess registry = plan(config, COCKPIT, MAIN).registry();

    assertEquals(new RegistryAccess("registry.example.com:5000", "push", "pull"), registry);
  }

  @Test
  public void quotesFoldersForTheShell() {
    assertEquals("cd 'my service' && true", ServicePlanner.in("my service", "true"));
    assertEquals("'it'\\''s'", ShellWord.quote("it's"));
  }

  @Test
  public void comesBackFromTextAsItWas() throws Exception {
    PipelinePlan plan = plan("", COCKPIT, MAIN);

    assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
  }

  private static PipelinePlan plan(String yaml, Set<String> existing, RunFacts run)
      throws InvalidConfigException {
    AustaConfig config = ConfigReader.read("austa.yaml", yaml);
    return Planner.plan("austa.yaml", config, new RepositoryFacts("My Cockpit", existing), run);
  }

  private static List<String> names(PipelinePlan plan) {
    return plan.services().stream().map(ServicePlan::name).toList();
  }
}
