package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.util.Objects;

/**
 * A scan that was planned, and must therefore have left a report.
 *
 * @param scanner such as {@code trivy}; {@link #ANY} when the report itself shall tell
 * @param service the service that was scanned
 * @param platform image platform such as {@code linux/arm64}; null when no image was scanned
 * @param report path of the report, relative to the workspace or absolute
 * @param exitCode what the scanner's command returned; null only when nobody knows, as with a file
 *     given by hand
 */
public record ExpectedScan(
    String scanner, String service, String platform, String report, Integer exitCode)
    implements Serializable {
  /** Whichever scanner the report's content shows: for files given by hand. */
  public static final String ANY = "any";

  public ExpectedScan {
    Objects.requireNonNull(scanner, "scanner");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(report, "report");
    platform = platform == null || platform.isBlank() ? null : Platform.normal(platform);
  }

  /** The same scan once it is known who made it. */
  ExpectedScan by(String actual) {
    return new ExpectedScan(actual, service, platform, report, exitCode);
  }

  /** For messages: {@code trivy of backend (linux/arm64)}. */
  public String describe() {
    return scanner + " of " + service + (platform == null ? "" : " (" + platform + ")");
  }
}
