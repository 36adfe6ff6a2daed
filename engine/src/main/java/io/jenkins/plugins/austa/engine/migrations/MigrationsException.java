package io.jenkins.plugins.austa.engine.migrations;

/**
 * Migrations that cannot be read as Prisma would. The message says what was tried, why it failed
 * and what to do next.
 */
public final class MigrationsException extends Exception {
  private static final long serialVersionUID = 1;

  public MigrationsException(String message) {
    super(message);
  }

  public MigrationsException(String message, Throwable cause) {
    super(message, cause);
  }
}
