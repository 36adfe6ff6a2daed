package io.jenkins.plugins.austa.plugin.steps;

import io.jenkins.plugins.austa.engine.images.BakeCommand;
import io.jenkins.plugins.austa.engine.plan.CheckPlan;
import io.jenkins.plugins.austa.engine.plan.CoverageUpload;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.ImageScans;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.RegistryAccess;
import io.jenkins.plugins.austa.engine.plan.ScanPlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import io.jenkins.plugins.austa.engine.plan.Toolchains;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import io.jenkins.plugins.austa.plugin.site.EnvironmentSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the Groovy side gets to see of a plan: plain maps and lists, which survive a restart in any
 * program.
 */
final class PlanView {

  private PlanView() {}

  static Map<String, Object> of(PipelinePlan plan, AustaGlobalConfiguration site) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("platform", plan.platform());
    view.put("version", plan.version());
    view.put("commit", plan.commit());
    view.put("services", list(plan.services().stream().map(each -> service(plan, each)).toList()));
    view.put("junit", junit(plan));
    view.put("scans", scans(plan, plan.scans()));
    view.put("buildCommand", BakePlan.command(plan));
    view.put("buildContainer", AgentView.container(plan, Toolchains.DOCKER));
    RegistryAccess registry = plan.registry();
    view.put(
        "pushLogin",
        login(registry.pushCredentialsId(), BakeCommand.USERNAME, BakeCommand.PASSWORD));
    view.put(
        "pullLogin", login(registry.pullCredentialsId(), ImageScans.USERNAME, ImageScans.PASSWORD));
    view.put("coverage", coverage(plan));
    view.put("codeScanning", plan.codeScanning() != null);
    view.putAll(AgentView.work(plan));
    view.put("agents", AgentView.agents(plan.agents()));
    view.put("notifies", plan.slackChannel() != null);
    view.put("deployments", deployments(plan, site));
    return view;
  }

  /** A credential and the variables that a command expects it in; null when there is none. */
  private static Map<String, Object> login(String id, String username, String password) {
    return id == null
        ? null
        : map("credentialsId", id, "usernameVariable", username, "passwordVariable", password);
  }

  private static Map<String, Object> coverage(PipelinePlan plan) {
    CoverageUpload upload = plan.coverage();
    return upload == null
        ? null
        : map(
            "credentialsId",
            upload.credentialsId(),
            "command",
            upload.command(),
            "container",
            AgentView.container(plan, Toolchains.CODECOV));
  }

  /** The reports that the checks write, as the junit step wants them. */
  private static String junit(PipelinePlan plan) {
    return plan.services().stream()
        .flatMap(service -> service.checks().stream())
        .map(CheckPlan::junit)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(","));
  }

  static List<Map<String, Object>> scans(PipelinePlan plan, List<ScanPlan> scans) {
    return list(
        scans.stream()
            .map(
                scan ->
                    map(
                        "name",
                        scan.name(),
                        "container",
                        AgentView.container(plan, scan.toolchain()),
                        "command",
                        scan.command(),
                        "report",
                        scan.report()))
            .toList());
  }

  private static Map<String, Object> service(PipelinePlan plan, ServicePlan service) {
    return map(
        "name",
        service.name(),
        "container",
        AgentView.container(plan, service.toolchain()),
        "install",
        service.install(),
        "checks",
        list(service.checks().stream().map(PlanView::check).toList()));
  }

  private static Map<String, Object> check(CheckPlan check) {
    return map("title", check.title(), "command", check.command());
  }

  private static List<Map<String, Object>> deployments(
      PipelinePlan plan, AustaGlobalConfiguration site) {
    List<Map<String, Object>> views = new ArrayList<>();
    for (DeploymentPlan deployment : plan.deployments()) {
      if (deployment.deploys()) {
        views.add(deployment(plan, deployment, site, views.isEmpty()));
      }
    }
    return views;
  }

  private static Map<String, Object> deployment(
      PipelinePlan plan, DeploymentPlan deployment, AustaGlobalConfiguration site, boolean first) {
    String name = deployment.environment();
    EnvironmentSite place =
        site.environment(name).orElse(new EnvironmentSite(name, "kubeconfig-" + name));
    String database = place.getDatabaseCredentialsId();
    Map<String, Object> view =
        map(
            "environment",
            name,
            "title",
            name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1),
            "blueGreen",
            deployment.isBlueGreen(),
            "approval",
            deployment.approval(),
            "approvers",
            String.join(",", deployment.approvers()),
            "approvalMinutes",
            deployment.approvalMinutes());
    view.put("commit", plan.commit());
    view.put("notifies", plan.slackChannel() != null);
    view.put("kubeconfigCredentialsId", place.getKubeconfigCredentialsId());
    view.put("databaseCredentialsId", database == null ? "database-" + name : database);
    view.put("migrateTitle", first ? "Migrate" : "Migrate " + name);
    view.put("migrations", list(MigrationPlans.of(plan, name)));
    view.put("deployContainer", AgentView.container(plan, Toolchains.HELM));
    return view;
  }

  private static <T> List<T> list(List<T> items) {
    return new ArrayList<>(items);
  }

  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
