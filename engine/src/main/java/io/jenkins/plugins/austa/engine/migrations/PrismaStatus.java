package io.jenkins.plugins.austa.engine.migrations;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code prisma migrate status} says. What it says in words this does not know is {@link
 * State#UNCLEAR}, never up to date.
 *
 * @param state how database and migrations stand to each other
 * @param pending migrations to apply, in order; empty unless {@link State#PENDING}
 * @param failed migrations that failed and were not resolved; empty unless {@link State#FAILED}
 * @param whatToDo the next step; empty when there is nothing to do
 */
public record PrismaStatus(State state, List<String> pending, List<String> failed, String whatToDo)
    implements Serializable {
  private static final Pattern NOT_APPLIED =
      Pattern.compile("(?i)Following migrations? have not yet been applied:");
  private static final Pattern HAVE_FAILED =
      Pattern.compile("(?i)Following migrations? have failed:");

  /** How database and migrations stand to each other. */
  public enum State {
    UP_TO_DATE,
    PENDING,
    /** A migration failed and was not resolved: Prisma applies no other before that. */
    FAILED,
    /** The database has migrations that the repository has not, or edited ones. */
    DIVERGED,
    /** Prisma's table is not in the database. */
    UNMANAGED,
    /** The command failed, or said what is not understood. */
    UNCLEAR
  }

  public PrismaStatus {
    pending = List.copyOf(pending);
    failed = List.copyOf(failed);
  }

  /**
   * @param exitCode of {@code prisma migrate status}
   * @param output its standard output and error output
   */
  public static PrismaStatus read(int exitCode, String output) {
    PrismaOutput text = new PrismaOutput(output);
    List<String> failed = text.listAfter(HAVE_FAILED);
    if (!failed.isEmpty()) {
      return new PrismaStatus(
          State.FAILED,
          List.of(),
          failed,
          "Repair what " + failed + " left behind, then run prisma migrate resolve");
    }
    if (text.says("history and the migrations table from your database are different")) {
      return of(
          State.DIVERGED,
          "The database and prisma/migrations have different histories: deploy from a commit that"
              + " has every applied migration");
    }
    if (text.says("is not managed by Prisma Migrate")) {
      return of(State.UNMANAGED, "Baseline the database with prisma migrate resolve --applied");
    }
    List<String> pending = text.listAfter(NOT_APPLIED);
    if (!pending.isEmpty()) {
      return new PrismaStatus(State.PENDING, pending, List.of(), "");
    }
    if (exitCode == 0 && text.says("Database schema is up to date")) {
      return of(State.UP_TO_DATE, "");
    }
    return of(
        State.UNCLEAR,
        "prisma migrate status returned " + exitCode + ": " + text.reason() + ". Run it by hand");
  }

  private static PrismaStatus of(State state, String whatToDo) {
    return new PrismaStatus(state, List.of(), List.of(), whatToDo);
  }
}
