package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.RunReport;

/** One section of the page. */
interface Section {
  /** Fragment identifier, unique in the page. */
  String id();

  /** Heading. */
  String title();

  /** Whether the run has anything to show here; a section without content is left out. */
  boolean appliesTo(RunReport run);

  /** Writes what comes under the heading. */
  void write(RunReport run, Markup out);
}
