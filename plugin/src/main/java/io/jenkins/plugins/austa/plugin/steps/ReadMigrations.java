package io.jenkins.plugins.austa.plugin.steps;

import hudson.AbortException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.migrations.MigrationPlan;
import io.jenkins.plugins.austa.engine.migrations.MigrationsException;
import io.jenkins.plugins.austa.engine.migrations.PrismaMigration;
import io.jenkins.plugins.austa.engine.migrations.PrismaMigrations;
import io.jenkins.plugins.austa.engine.migrations.PrismaStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Reads the pending migrations on the agent and judges them there. */
final class ReadMigrations extends MasterToSlaveFileCallable<ReadMigrations.Answer> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final String statusLog;
  private final int exitCode;
  private final boolean contract;

  ReadMigrations(String folder, String statusLog, int exitCode, boolean contract) {
    this.folder = folder;
    this.statusLog = statusLog;
    this.exitCode = exitCode;
    this.contract = contract;
  }

  /**
   * @param status what Prisma says of the database
   * @param plan what applying the pending migrations means
   */
  record Answer(PrismaStatus status, MigrationPlan plan) implements java.io.Serializable {}

  @Override
  public Answer invoke(File workspace, VirtualChannel channel) throws IOException {
    PrismaStatus status = PrismaStatus.read(exitCode, text(workspace));
    try {
      List<PrismaMigration> pending =
          PrismaMigrations.read(new File(workspace, folder).toPath()).stream()
              .filter(migration -> status.pending().contains(migration.name()))
              .toList();
      return new Answer(status, MigrationPlan.of(pending, contract));
    } catch (MigrationsException e) {
      throw new AbortException(e.getMessage());
    }
  }

  private String text(File workspace) throws IOException {
    try {
      return Files.readString(new File(workspace, statusLog).toPath());
    } catch (NoSuchFileException e) {
      throw new AbortException(
          "There is no "
              + statusLog
              + " in the workspace, so it is not known which migrations are pending. Run the plan's"
              + " statusCommand before austaMigrations.");
    }
  }
}
