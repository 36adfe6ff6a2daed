package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** What a Trivy report says about itself: schema, artifact, and the image's platform. */
final class TrivyHeader {
  private final ReportTokens tokens;
  private final ExpectedScan scan;
  private final ReportSummary summary;
  private int schema;
  private String artifactType;
  private String os;
  private String architecture;
  private String variant;

  TrivyHeader(ReportTokens tokens, ExpectedScan scan, ReportSummary summary) {
    this.tokens = tokens;
    this.scan = scan;
    this.summary = summary;
  }

  void read(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "SchemaVersion" -> schema = tokens.number();
      case "ArtifactType" -> artifactType = tokens.text();
      case "Metadata" -> tokens.object(this::metadata);
      default -> {}
    }
  }

  /** The platform that findings belong to: as planned, else as the image says; may be null. */
  String platform() {
    return scan.platform() != null ? scan.platform() : Platform.of(os, architecture, variant);
  }

  /** Refuses another schema, a report of no image where one was planned, and another platform. */
  void check() throws BrokenReportException {
    if (schema != TrivyReader.SCHEMA) {
      throw broken(
          "Trivy's schema version is " + schema + ", but only 2 can be read",
          "Use a Trivy version that writes schema 2 (0.20 or newer)");
    }
    if (scan.platform() == null) {
      return;
    }
    if (!"container_image".equals(artifactType)) {
      throw broken(
          "an image was to be scanned, but the report is of a "
              + ReportTokens.bounded(String.valueOf(artifactType)),
          "Check which command wrote this file");
    }
    String actual = Platform.of(os, architecture, variant);
    if (actual == null || !samePlatform(actual, scan.platform())) {
      throw broken(
          "the image for "
              + scan.platform()
              + " was to be scanned, but the report is of "
              + (actual == null ? "an image that names no platform" : ReportTokens.bounded(actual)),
          "Give Trivy --platform " + scan.platform() + " and scan again");
    }
  }

  /** A variant that only one side names is no contradiction: configurations often leave it out. */
  private static boolean samePlatform(String actual, String planned) {
    return actual.equals(planned)
        || actual.startsWith(planned + "/")
        || planned.startsWith(actual + "/");
  }

  private void metadata(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "OS" -> tokens.object(this::operatingSystem);
      case "ImageConfig" -> tokens.object(this::imageConfig);
      default -> {}
    }
  }

  private void operatingSystem(String name) {
    if (name.equals("EOSL") && tokens.isTrue()) {
      summary.note(
          "the image's operating system is out of support, so its newer vulnerabilities are not"
              + " listed; move to a supported base image");
    }
  }

  private void imageConfig(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "os" -> os = tokens.text();
      case "architecture" -> architecture = tokens.text();
      case "variant" -> variant = tokens.text();
      default -> {}
    }
  }

  private BrokenReportException broken(String what, String whatToDo) {
    return new BrokenReportException(what, scan.report(), whatToDo);
  }
}
