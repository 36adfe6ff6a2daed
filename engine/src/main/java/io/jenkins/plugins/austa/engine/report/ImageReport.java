package io.jenkins.plugins.austa.engine.report;

import java.util.List;

/**
 * One image that the run built or deploys.
 *
 * @param service name from {@code austa.yaml}
 * @param reference repository and tag
 * @param digest {@code sha256:…}; what was deployed
 * @param platforms such as {@code linux/amd64}
 * @param sbom where its bill of materials is; null where none was made
 */
public record ImageReport(
    String service, String reference, String digest, List<String> platforms, String sbom) {

  public ImageReport {
    platforms = Absent.orEmpty(platforms);
  }
}
