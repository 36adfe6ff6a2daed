package io.jenkins.plugins.austa.engine.migrations;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What applying the pending migrations means.
 *
 * @param pending names of the migrations to apply, in order
 * @param verdict whether they may be applied
 * @param reasons each statement that breaks or cannot be judged, with file, line and what to do
 * @param cautions what is allowed, but should be known before
 * @param noWayBack whether traffic can no longer go back to the running version once applied
 */
public record MigrationPlan(
    List<String> pending,
    MigrationVerdict verdict,
    List<String> reasons,
    List<String> cautions,
    boolean noWayBack)
    implements Serializable {
  public MigrationPlan {
    pending = List.copyOf(pending);
    reasons = List.copyOf(reasons);
    cautions = List.copyOf(cautions);
  }

  /**
   * Judges the SQL of pending migrations. Pure; never throws because of what the SQL says.
   *
   * @param pending in the order in which Prisma applies them
   * @param contract whether the release explicitly accepts breaking the running version
   */
  public static MigrationPlan of(List<PrismaMigration> pending, boolean contract) {
    MigrationSql sql = new MigrationSql();
    List<String> reasons = new ArrayList<>();
    List<String> cautions = new ArrayList<>();
    for (PrismaMigration migration : pending) {
      for (Change change : sql.classify(migration.name(), migration.sql())) {
        if (change.compatibility() != Compatibility.EXPAND) {
          reasons.add(change.describe() + ". " + whatToDo(change, contract));
        } else if (!change.reason().isEmpty()) {
          cautions.add(change.describe());
        }
      }
    }
    return new MigrationPlan(
        pending.stream().map(PrismaMigration::name).toList(),
        verdict(pending.isEmpty(), reasons.isEmpty(), contract),
        reasons,
        cautions,
        contract && !reasons.isEmpty());
  }

  /** Whether the migrations may be applied. */
  public boolean allowed() {
    return verdict != MigrationVerdict.REFUSED;
  }

  private static MigrationVerdict verdict(boolean nothing, boolean compatible, boolean contract) {
    if (nothing) {
      return MigrationVerdict.NOTHING_TO_DO;
    }
    if (compatible) {
      return MigrationVerdict.COMPATIBLE;
    }
    return contract ? MigrationVerdict.NO_WAY_BACK : MigrationVerdict.REFUSED;
  }

  private static String whatToDo(Change change, boolean contract) {
    if (contract) {
      return "Allowed by contract: true; traffic cannot go back to the running version";
    }
    String start =
        change.compatibility() == Compatibility.UNKNOWN
            ? "Rewrite it so that it can be judged"
            : "Expand first, and contract in a later release when no running version needs it";
    return start + "; or set contract: true to accept that there is no way back";
  }
}
