package io.jenkins.plugins.austa.engine.report;

/** What a {@link RunReportCollector} keeps, and how many of each. */
enum PieceKind {
  CHECKS(500),
  GATE(1),
  IMAGES(200),
  MIGRATIONS(500),
  ROLLOUT(1),
  APPROVALS(50),
  TOOLS(100),
  NOTIFICATIONS(100);

  private final int most;

  PieceKind(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }
}
