package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.SampleRuns;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the samples as pages, to be looked at. */
final class RenderSamples {
  private RenderSamples() {}

  public static void main(String[] folder) throws IOException {
    HtmlReport.write(SampleRuns.success(), Path.of(folder[0], "success.html"));
    HtmlReport.write(SampleRuns.reverted(), Path.of(folder[0], "reverted.html"));
    HtmlReport.write(SampleRuns.failedEarly(), Path.of(folder[0], "failed.html"));
    HtmlReport.write(SampleRuns.blocked(), Path.of(folder[0], "blocked.html"));
  }
}
