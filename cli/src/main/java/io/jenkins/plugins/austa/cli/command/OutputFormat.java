package io.jenkins.plugins.austa.cli.command;

/** How results are printed. */
enum OutputFormat {
  TEXT,
  JSON,
  YAML
}
