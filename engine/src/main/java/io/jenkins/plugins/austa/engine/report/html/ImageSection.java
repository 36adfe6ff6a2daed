package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.ImageReport;
import io.jenkins.plugins.austa.engine.report.RunReport;

/** The images that were built or deployed, by digest. */
final class ImageSection implements Section {
  @Override
  public String id() {
    return "images";
  }

  @Override
  public String title() {
    return "Images";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return !run.images().isEmpty();
  }

  @Override
  public void write(RunReport run, Markup out) {
    Table table =
        new Table(
            out,
            "Images by service",
            "Service",
            "Reference",
            "Digest",
            "Platforms",
            "Bill of materials");
    for (ImageReport image : run.images()) {
      table.row(
          Cell.text(image.service()),
          Cell.code(image.reference()),
          Cell.code(image.digest()),
          Cell.text(String.join(", ", image.platforms())),
          Cell.code(image.sbom()));
    }
    table.end();
  }
}
