/**
 * What services' own checks report: test results as JUnit XML, line coverage as LCOV or Cobertura.
 * Readers stream with bounded memory and resolve nothing outside the file.
 */
package io.jenkins.plugins.austa.engine.checks;
