package io.jenkins.plugins.austa.engine.migrations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class MigrationPlanTest {
  private static final PrismaMigration ADD =
      new PrismaMigration("1_add", "ALTER TABLE \"User\" ADD COLUMN \"n\" TEXT;");
  private static final PrismaMigration UNIQUE =
      new PrismaMigration("2_unique", "CREATE UNIQUE INDEX i ON \"User\"(\"n\");");
  private static final PrismaMigration DROP =
      new PrismaMigration("3_drop", "-- DropColumn\nALTER TABLE \"User\" DROP COLUMN \"a\";");
  private static final PrismaMigration ODD = new PrismaMigration("4_odd", "DO $$ $$;");

  @Test
  public void nothingPendingIsNothingToDo() {
    MigrationPlan plan = MigrationPlan.of(List.of(), true);

    assertEquals(MigrationVerdict.NOTHING_TO_DO, plan.verdict());
    assertFalse(plan.noWayBack());
  }

  @Test
  public void laterMigrationKnowsWhatAnEarlierOneCreated() {
    MigrationPlan plan = MigrationPlan.of(List.of(ADD, UNIQUE), false);

    assertEquals(MigrationVerdict.COMPATIBLE, plan.verdict());
    assertEquals(List.of("1_add", "2_unique"), plan.pending());
    assertFalse(plan.noWayBack());
  }

  @Test
  public void breakingIsRefusedWithFileLineAndWhatToDo() {
    MigrationPlan plan = MigrationPlan.of(List.of(ADD, DROP), false);

    assertEquals(MigrationVerdict.REFUSED, plan.verdict());
    assertFalse(plan.allowed());
    assertFalse(plan.noWayBack());
    String reason = plan.reasons().get(0);
    assertTrue(reason, reason.startsWith("3_drop/migration.sql line 2: the running version still"));
    assertTrue(reason, reason.contains("Expand first, and contract in a later release"));
  }

  @Test
  public void breakingIsAllowedByContractButHasNoWayBack() {
    MigrationPlan plan = MigrationPlan.of(List.of(ADD, DROP), true);

    assertEquals(MigrationVerdict.NO_WAY_BACK, plan.verdict());
    assertTrue(plan.allowed());
    assertTrue(plan.noWayBack());
  }

  @Test
  public void contractAloneDoesNotTakeTheWayBack() {
    assertFalse(MigrationPlan.of(List.of(ADD), true).noWayBack());
  }

  @Test
  public void whatCannotBeJudgedIsTreatedAsBreaking() {
    MigrationPlan refused = MigrationPlan.of(List.of(ODD), false);

    assertFalse(refused.allowed());
    assertTrue(refused.reasons().get(0).contains("Rewrite it so that it can be judged"));
    assertTrue(MigrationPlan.of(List.of(ODD), true).noWayBack());
  }

  /** Whatever is cut off, the drop before it is never judged to be harmless. */
  @Test
  public void truncatedScriptNeverHidesWhatCameBefore() {
    String script =
        """
        CREATE TABLE "T" ("id" TEXT DEFAULT E'a\\'b;' /* x /* y */ */, PRIMARY KEY ("id"));
        ALTER TABLE "User" DROP COLUMN "a";
        DO $x$ BEGIN; $x$;
        ALTER TABLE "User" ADD COLUMN "b" TEXT DEFAULT 'it''s', ADD COLUMN "c""d" INT; -- end
        """;
    int dropped = script.indexOf("DROP COLUMN \"a\";") + "DROP COLUMN \"a\";".length();
    for (int length = 0; length <= script.length(); length++) {
      PrismaMigration cut = new PrismaMigration("m", script.substring(0, length));
      MigrationPlan plan = MigrationPlan.of(List.of(cut), false);
      if (length >= dropped) {
        assertFalse(script.substring(0, length), plan.allowed());
      }
    }
  }
}
