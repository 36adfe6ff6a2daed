package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.SecurityConfig.Scanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans one scan of each image on each platform: a finding may be in the arm64 image only. */
public final class ImageScans {
  /** The variables in which Trivy expects the registry's credential. */
  public static final String USERNAME = "TRIVY_USERNAME";

  public static final String PASSWORD = "TRIVY_PASSWORD";

  private ImageScans() {}

  /**
   * The scans of the images that were built.
   *
   * @param plan the run's plan
   * @param images image with digest by service
   * @return the scans; none when Trivy is not among the scanners
   */
  public static List<ScanPlan> plan(PipelinePlan plan, Map<String, String> images) {
    List<ScanPlan> scans = new ArrayList<>();
    if (!plan.security().scanners().contains(Scanner.TRIVY)) {
      return scans;
    }
    images.forEach(
        (service, reference) ->
            plan.platforms().forEach(platform -> scans.add(scan(service, platform, reference))));
    return scans;
  }

  /**
   * The digest, not a tag, names the image: a tag may move between build and scan. Trivy's cache of
   * layers in a file is open to one process at a time, and these run side by side.
   */
  private static ScanPlan scan(String service, String platform, String reference) {
    String report =
        SourceScans.FOLDER + "image-" + service + "-" + platform.replace('/', '-') + ".json";
    String command =
        "trivy image --quiet --cache-backend memory --platform "
            + ShellWord.quote(platform)
            + " --format json --output "
            + ShellWord.quote(report)
            + " "
            + ShellWord.quote(reference);
    return new ScanPlan(
        service + " " + platform, "trivy", service, platform, Toolchains.TRIVY, command, report);
  }
}
