package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.AustaConfig.Scanner;
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
    }
    return scans;
  }

  private static ScanPlan trivy(ServicePlan service) {
    String report = FOLDER + "trivy-" + service.name() + ".json";
    String command =
        "trivy fs --quiet --format json --output "
            + ShellWord.quote(report)
            + " "
            + ShellWord.quote(service.path());
    return new ScanPlan("trivy " + service.name(), "trivy", service.name(), null, command, report);
  }

  private static ScanPlan npmAudit(ServicePlan service) {
    String report = FOLDER + "npm-audit-" + service.name() + ".json";
    String command =
        "npm --prefix "
            + ShellWord.quote(service.path())
            + " audit --json > "
            + ShellWord.quote(report);
    return new ScanPlan(
        "npm audit " + service.name(), "npm-audit", service.name(), null, command, report);
  }

  private static ScanPlan bandit(ServicePlan service) {
    String report = FOLDER + "bandit-" + service.name() + ".json";
    String command =
        "bandit --quiet --recursive "
            + ShellWord.quote(service.path())
            + " --format json --output "
            + ShellWord.quote(report);
    return new ScanPlan(
        "bandit " + service.name(), "bandit", service.name(), null, command, report);
  }
}
