package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.SecurityConfig.Scanner;
import java.util.ArrayList;
import java.util.List;

/** Plans the scans of sources and dependencies. Reports land in {@code .austa/scans}. */
final class SourceScans {
  static final String FOLDER = ".austa/scans/";

  private SourceScans() {}

  static List<ScanPlan> plan(List<ServicePlan> services, List<Scanner> scanners) {
    List<ScanPlan> scans = new ArrayList<>();
    for (ServicePlan service : services) {
      if (scanners.contains(Scanner.TRIVY)) {
        scans.add(trivy(service));
      }
      if (scanners.contains(Scanner.NPM_AUDIT) && service.kind().equals("node")) {
        scans.add(npmAudit(service));
      }
      if (scanners.contains(Scanner.BANDIT) && service.kind().equals("python")) {
        scans.add(bandit(service));
      }
      if (scanners.contains(Scanner.PIP_AUDIT) && service.kind().equals("python")) {
        scans.add(pipAudit(service));
      }
      if (scanners.contains(Scanner.SAFETY) && service.kind().equals("python")) {
        scans.add(safety(service));
      }
    }
    return scans;
  }

  private static ScanPlan trivy(ServicePlan service) {
    String report = FOLDER + "trivy-" + service.name() + ".json";
    String command = "trivy fs --quiet --format json --output " + inWorkspace(report) + " .";
    return scan("trivy", "trivy", service, Toolchains.TRIVY, command, report);
  }

  private static ScanPlan npmAudit(ServicePlan service) {
    String report = FOLDER + "npm-audit-" + service.name() + ".json";
    String command = "npm audit --json > " + inWorkspace(report);
    return scan("npm audit", "npm-audit", service, service.toolchain(), command, report);
  }

  private static ScanPlan bandit(ServicePlan service) {
    String report = FOLDER + "bandit-" + service.name() + ".json";
    String command = "bandit -r . -f json -o " + inWorkspace(report);
    return scan("bandit", "bandit", service, Toolchains.BANDIT, command, report);
  }

  /** Audits what is installed: the checks before have installed the service's dependencies. */
  private static ScanPlan pipAudit(ServicePlan service) {
    String report = FOLDER + "pip-audit-" + service.name() + ".json";
    String command = "pip-audit --progress-spinner off --format json > " + inWorkspace(report);
    return scan("pip-audit", "pip-audit", service, service.toolchain(), command, report);
  }

  private static ScanPlan safety(ServicePlan service) {
    String report = FOLDER + "safety-" + service.name() + ".json";
    String command = "safety check --output json > " + inWorkspace(report);
    return scan("safety", "safety", service, service.toolchain(), command, report);
  }

  private static ScanPlan scan(
      String title,
      String scanner,
      ServicePlan service,
      String toolchain,
      String command,
      String report) {
    return new ScanPlan(
        title + " " + service.name(),
        scanner,
        service.name(),
        null,
        toolchain,
        ServicePlanner.in(service.path(), command),
        report);
  }

  /** Scanners run in the service's folder; their reports belong together. */
  private static String inWorkspace(String report) {
    return "\"$WORKSPACE\"/" + ShellWord.quote(report);
  }
}
