package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.ServiceConfig;
import io.jenkins.plugins.austa.engine.config.ServiceConfig.Check;
import io.jenkins.plugins.austa.engine.config.ServiceConfig.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides what a service's configuration leaves open, by what lies in its folder. */
final class ServicePlanner {
  private static final String NONE = "none";
  private static final String PRISMA = "prisma/migrations";

  private static final Map<Kind, Map<String, Check>> DEFAULT_CHECKS =
      Map.of(
          Kind.NODE,
          checks(
              "lint", new Check("npm run lint", null, null),
              "unit", new Check("npm test", "reports/junit.xml", "reports/lcov.info")),
          Kind.PYTHON,
          checks(
              "unit",
              new Check(
                  "python3 -m pytest --junitxml=reports/junit.xml", "reports/junit.xml", null)),
          Kind.OTHER,
          Map.of());

  private final RepositoryFacts repository;
  private final String registry;
  private final String platform;

  ServicePlanner(RepositoryFacts repository, String registry, String platform) {
    this.repository = repository;
    this.registry = registry;
    this.platform = platform;
  }

  static Set<String> markers(String path) {
    return Set.of(
        path,
        path + "/package.json",
        path + "/package-lock.json",
        path + "/requirements.txt",
        path + "/pyproject.toml",
        path + "/" + PRISMA);
  }

  /**
   * @param calls names of the services it calls
   */
  ServicePlan plan(
      String name, String path, ServiceConfig service, String knownRoute, List<String> calls) {
    Kind kind = service.kind() == null ? detect(path) : service.kind();
    return new ServicePlan(
        name,
        path,
        kind.name().toLowerCase(Locale.ROOT),
        toolchain(kind, service.toolchain()),
        service.port(),
        service.route() == null ? knownRoute : service.route(),
        service.health(),
        calls,
        registry + "/" + (service.image() == null ? platform + "/" + name : service.image()),
        service.dockerfile(),
        install(path, kind, service.install()),
        migrations(path, service.migrations()),
        service.contract(),
        checks(
            name, path, service.checks().isEmpty() ? DEFAULT_CHECKS.get(kind) : service.checks()));
  }

  private Kind detect(String path) {
    if (repository.has(path + "/package.json")) {
      return Kind.NODE;
    }
    boolean python =
        repository.has(path + "/requirements.txt") || repository.has(path + "/pyproject.toml");
    return python ? Kind.PYTHON : Kind.OTHER;
  }

  private static String toolchain(Kind kind, String configured) {
    if (configured != null) {
      return configured;
    }
    return switch (kind) {
      case NODE -> Toolchains.NODE;
      case PYTHON -> Toolchains.PYTHON;
      case OTHER -> Toolchains.AGENT;
    };
  }

  private String install(String path, Kind kind, String configured) {
    if (configured != null) {
      return NONE.equals(configured) ? null : in(path, configured);
    }
    if (kind == Kind.NODE && repository.has(path + "/package-lock.json")) {
      return in(path, "npm ci");
    }
    boolean python = kind == Kind.PYTHON && repository.has(path + "/requirements.txt");
    return python ? in(path, "pip install -r requirements.txt") : null;
  }

  private String migrations(String path, String configured) {
    if (configured != null) {
      return NONE.equals(configured) ? null : path + "/" + configured;
    }
    return repository.has(path + "/" + PRISMA) ? path + "/" + PRISMA : null;
  }

  private static List<CheckPlan> checks(String service, String path, Map<String, Check> checks) {
    return checks.entrySet().stream()
        .map(
            entry ->
                new CheckPlan(
                    service,
                    entry.getKey(),
                    in(path, entry.getValue().run()),
                    within(path, entry.getValue().junit()),
                    within(path, entry.getValue().coverage())))
        .toList();
  }

  private static String within(String path, String file) {
    return file == null ? null : path + "/" + file;
  }

  /** A command that runs in a folder, without a {@code dir} step of its own. */
  static String in(String path, String command) {
    return "cd " + ShellWord.quote(path) + " && " + command;
  }

  private static Map<String, Check> checks(Object... namesAndChecks) {
    Map<String, Check> checks = new LinkedHashMap<>();
    for (int i = 0; i < namesAndChecks.length; i += 2) {
      checks.put((String) namesAndChecks[i], (Check) namesAndChecks[i + 1]);
    }
    return checks;
  }
}
