package io.jenkins.plugins.austa.plugin.steps;

/** A step about the migrations of one service in one environment. */
public abstract class MigrationStep extends EnvironmentStep {
  private final String service;
  private final int exitCode;

  MigrationStep(String environment, String service, int exitCode) {
    super(environment);
    this.service = service;
    this.exitCode = exitCode;
  }

  /** The service whose migrations they are. */
  public final String getService() {
    return service;
  }

  /** What Prisma's command ended with. */
  public final int getExitCode() {
    return exitCode;
  }
}
