package io.jenkins.plugins.austa.engine.migrations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code prisma migrate deploy} did. It succeeded only when the exit code and the words say
 * so.
 *
 * @param succeeded whether every pending migration is applied now
 * @param applied migrations it applied, in order; those before a failure stay applied
 * @param failedMigration the one that failed now, or earlier and was not resolved; null when none
 *     is named
 * @param code Prisma's error code such as {@code P3018}; null when it gave none
 * @param reason the database's own words, or Prisma's; empty when it succeeded
 * @param whatToDo the next step; empty when it succeeded
 */
public record PrismaDeploy(
    boolean succeeded,
    List<String> applied,
    String failedMigration,
    String code,
    String reason,
    String whatToDo)
    implements Serializable {
  private static final Pattern APPLYING = Pattern.compile("(?m)^Applying migration `([^`]+)`");

  public PrismaDeploy {
    applied = List.copyOf(applied);
  }

  /**
   * @param exitCode of {@code prisma migrate deploy}
   * @param output its standard output and error output
   */
  public static PrismaDeploy read(int exitCode, String output) {
    PrismaOutput text = new PrismaOutput(output);
    List<String> applied = new ArrayList<>(text.all(APPLYING));
    boolean said =
        text.says("All migrations have been successfully applied")
            || text.says("No pending migrations to apply");
    if (exitCode == 0 && said) {
      return new PrismaDeploy(true, applied, null, null, "", "");
    }
    String failed = text.failedMigration();
    applied.remove(failed);
    if (failed == null && !applied.isEmpty()) {
      // It ended in the middle: nobody knows how far the last one came.
      failed = applied.remove(applied.size() - 1);
    }
    return new PrismaDeploy(
        false, applied, failed, text.code(), text.reason(), whatToDo(text.code(), failed));
  }

  private static String whatToDo(String code, String failed) {
    if (code == null) {
      return "Look at Prisma's output in the log, and at prisma migrate status";
    }
    String resolve =
        "repair the database by hand where the migration left it half done, then run prisma migrate"
            + " resolve --rolled-back "
            + failed;
    return switch (code) {
      case "P3018" -> "Correct the migration, " + resolve + " and deploy again";
      case "P3009" -> "An earlier deploy failed: " + resolve + ", then deploy again";
      case "P3005" ->
          "The database was not made by Prisma: baseline it with prisma migrate resolve --applied";
      case "P1000" -> "Check the database credentials of this environment";
      case "P1001", "P1002" ->
          "The database cannot be reached: check its address, the network policy and that it runs";
      default -> "Look up " + code + " in Prisma's error reference";
    };
  }
}
