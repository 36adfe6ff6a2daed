package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.config.ConfigProblem;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.config.ServiceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a configuration and what lies in the repository into a plan. Pure: the same input, the same
 * plan.
 */
public final class Planner {
  private static final Map<String, String> KNOWN_ROUTES =
      Map.of("frontend", "/", "backend", "/api", "ai-service", "/ai");
  private static final String NAME = "[a-z]([a-z0-9-]{0,18}[a-z0-9])?";
  private static final List<String> KNOWN_SERVICES = List.of("frontend", "backend", "ai-service");
  private static final List<String> DEFAULT_ENVIRONMENTS = List.of("staging", "production");

  private final String file;
  private final AustaConfig config;
  private final RepositoryFacts repository;
  private final RunFacts run;

  private Planner(String file, AustaConfig config, RepositoryFacts repository, RunFacts run) {
    this.file = file;
    this.config = config;
    this.repository = repository;
    this.run = run;
  }

  /**
   * The paths whose existence the plan depends on.
   *
   * @param config the configuration
   * @return relative paths, files and folders
   */
  public static Set<String> markers(AustaConfig config) {
    Set<String> markers = new LinkedHashSet<>();
    wanted(config)
        .forEach((name, service) -> markers.addAll(ServicePlanner.markers(pathOf(name, service))));
    return markers;
  }

  /**
   * Makes the plan.
   *
   * @param file the configuration's file name, for problems
   * @param config the configuration
   * @param repository which of {@link #markers} exist
   * @param run what is delivered
   * @throws InvalidConfigException when the configuration does not fit the repository
   */
  public static PipelinePlan plan(
      String file, AustaConfig config, RepositoryFacts repository, RunFacts run)
      throws InvalidConfigException {
    return new Planner(file, config, repository, run).plan();
  }

  private PipelinePlan plan() throws InvalidConfigException {
    refuseUnfitNames();
    String platform = platform();
    List<ServicePlan> services = services(platform);
    return new PipelinePlan(
        platform,
        run.version(),
        run.branch(),
        run.commit(),
        services,
        TargetPolicy.add(SourceScans.plan(services, config.security().scanners()), file, run),
        config.build().platforms(),
        config.security(),
        deployments(platform, services),
        RegistryAccess.of(
            config.build().registry(),
            config.build().credentialsId(),
            config.build().pullCredentialsId()),
        CoverageUpload.of(config.coverage().codecov(), services, run),
        CodeScanningPlan.of(config.security().codeScanning(), run),
        config.notifications().slack().channel(),
        config.notifications().slack().credentialsId(),
        new AgentsPlan(false, false, "", config.agents()));
  }

  /**
   * Names become parts of Kubernetes objects' and images' names, so they have to be fit for both.
   */
  private void refuseUnfitNames() throws InvalidConfigException {
    List<ConfigProblem> problems = new ArrayList<>();
    config.services().keySet().forEach(name -> requireFit("services", name, problems));
    config.environments().keySet().forEach(name -> requireFit("environments", name, problems));
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }

  private void requireFit(String group, String name, List<ConfigProblem> problems) {
    if (!name.matches(NAME)) {
      problems.add(
          new ConfigProblem(
              file,
              0,
              group + "." + name,
              "is not a usable name; allowed: lower-case letters, digits and hyphens, beginning with a letter,"
                  + " at most 20 characters"));
    }
  }

  private String platform() {
    if (config.platform() != null) {
      return config.platform();
    }
    String name =
        repository.folder().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = name.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "platform" : trimmed.substring(0, Math.min(40, trimmed.length()));
  }

  private List<ServicePlan> services(String platform) throws InvalidConfigException {
    List<ServicePlan> services = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    boolean named = !config.services().isEmpty();
    Set<String> there = there();
    wanted(config)
        .forEach(
            (name, service) -> {
              String path = pathOf(name, service);
              if (repository.has(path)) {
                services.add(
                    new ServicePlanner(repository, config.build().registry(), platform)
                        .plan(
                            name,
                            path,
                            service,
                            KNOWN_ROUTES.getOrDefault(name, "/" + name),
                            CallGraph.calls(name, service, there)));
              } else if (named) {
                problems.add(missingFolder(name, path));
              }
            });
    if (services.isEmpty() && problems.isEmpty()) {
      problems.add(noServices());
    }
    problems.addAll(CallGraph.problems(file, services));
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return services;
  }

  /** Names of the services whose folder exists. */
  private Set<String> there() {
    Set<String> there = new LinkedHashSet<>();
    wanted(config)
        .forEach(
            (name, service) -> {
              if (repository.has(pathOf(name, service))) {
                there.add(name);
              }
            });
    return there;
  }

  private ConfigProblem missingFolder(String name, String path) {
    return new ConfigProblem(
        file,
        0,
        "services." + name,
        "there is no folder \""
            + path
            + "\" in the repository; correct services."
            + name
            + ".path");
  }

  private ConfigProblem noServices() {
    return new ConfigProblem(
        file,
        0,
        "services",
        "there is nothing to deliver: none of the folders "
            + String.join(", ", KNOWN_SERVICES)
            + " exists; name the services of this repository under \"services:\"");
  }

  private List<DeploymentPlan> deployments(String platform, List<ServicePlan> services) {
    List<DeploymentPlan> deployments = new ArrayList<>();
    EnvironmentPlanner planner = new EnvironmentPlanner(platform, services, run);
    environments().forEach((name, environment) -> deployments.add(planner.plan(name, environment)));
    return deployments;
  }

  private Map<String, EnvironmentConfig> environments() {
    if (!config.environments().isEmpty()) {
      return config.environments();
    }
    Map<String, EnvironmentConfig> environments = new LinkedHashMap<>();
    DEFAULT_ENVIRONMENTS.forEach(name -> environments.put(name, EnvironmentConfig.defaults()));
    return environments;
  }

  private static Map<String, ServiceConfig> wanted(AustaConfig config) {
    if (!config.services().isEmpty()) {
      return config.services();
    }
    Map<String, ServiceConfig> services = new LinkedHashMap<>();
    KNOWN_SERVICES.forEach(name -> services.put(name, ServiceConfig.defaults()));
    return services;
  }

  private static String pathOf(String name, ServiceConfig service) {
    return service.path() == null ? name : service.path();
  }
}
