package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;

/** The first of a SARIF result's locations. */
final class SarifLocation {
  private final ReportTokens tokens;
  private String path;
  private String snippet;
  private int line;
  private boolean done;

  SarifLocation(ReportTokens tokens) {
    this.tokens = tokens;
  }

  void clear() {
    path = null;
    snippet = null;
    line = 0;
    done = false;
  }

  /** Null when the result has no place. */
  String path() {
    return path;
  }

  /** From 1, or 0 when the result is about the whole file. */
  int line() {
    return line;
  }

  /** The code, or null. */
  String snippet() {
    return snippet;
  }

  /** Reads one element of {@code locations}; all but the first are skipped. */
  void read() throws IOException, BrokenReportException {
    if (done) {
      return;
    }
    tokens.object(
        name -> {
          if (name.equals("physicalLocation")) {
            tokens.object(this::physical);
            done = true;
          }
        });
  }

  private void physical(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "artifactLocation" -> tokens.object(this::artifact);
      case "region" -> tokens.object(this::region);
      default -> {}
    }
  }

  private void artifact(String name) throws IOException, BrokenReportException {
    if (name.equals("uri")) {
      String uri = tokens.text();
      path = uri == null || !uri.startsWith("file://") ? uri : uri.substring("file://".length());
    }
  }

  private void region(String name) throws IOException, BrokenReportException {
    switch (name) {
      case "startLine" -> line = tokens.number();
      case "snippet" ->
          tokens.object(
              part -> {
                if (part.equals("text")) {
                  snippet = tokens.text();
                }
              });
      default -> {}
    }
  }
}
