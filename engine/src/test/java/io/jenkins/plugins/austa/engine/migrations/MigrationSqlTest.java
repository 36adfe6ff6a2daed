package io.jenkins.plugins.austa.engine.migrations;

import static io.jenkins.plugins.austa.engine.migrations.Compatibility.BREAKING;
import static io.jenkins.plugins.austa.engine.migrations.Compatibility.EXPAND;
import static io.jenkins.plugins.austa.engine.migrations.Compatibility.UNKNOWN;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class MigrationSqlTest {
  private static final String NEW_TABLE = "CREATE TABLE \"New\" (\"id\" SERIAL PRIMARY KEY);";
  private static final String NEW_COLUMN = "ALTER TABLE \"User\" ADD COLUMN \"n\" TEXT;";

  @Test
  public void whatOnlyAddsIsExpand() {
    is(
        EXPAND,
        "CREATE TABLE \"A\" (\"id\" TEXT NOT NULL, CONSTRAINT \"A_pkey\" PRIMARY KEY (\"id\"))");
    is(EXPAND, "CREATE INDEX \"A_x_idx\" ON \"A\"(\"x\")");
    is(EXPAND, "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON \"A\" USING GIN (x gin_trgm_ops)");
    is(EXPAND, "CREATE INDEX i ON \"A\"(\"x\" DESC) WHERE \"y\" IS NOT NULL");
    is(EXPAND, "CREATE TYPE \"Role\" AS ENUM ('USER', 'ADMIN')");
    is(EXPAND, "ALTER TYPE \"Role\" ADD VALUE 'NURSE'");
    is(EXPAND, "CREATE EXTENSION IF NOT EXISTS \"pgcrypto\"");
    is(EXPAND, "CREATE SCHEMA IF NOT EXISTS audit");
    is(EXPAND, "CREATE SEQUENCE s");
    is(EXPAND, "CREATE VIEW v AS SELECT 1");
    is(EXPAND, "COMMENT ON TABLE \"User\" IS 'people'");
    is(EXPAND, "INSERT INTO \"Setting\" (\"k\") VALUES ('x')");
    is(EXPAND, "BEGIN");
    is(EXPAND, "COMMIT");
    is(EXPAND, "SET lock_timeout = '2s'");
    is(EXPAND, "ALTER INDEX \"a\" RENAME TO \"b\"");
    is(EXPAND, "ALTER TABLE \"User\" VALIDATE CONSTRAINT c");
    is(EXPAND, "ALTER TABLE \"User\" RENAME CONSTRAINT \"a\" TO \"b\"");
    is(EXPAND, "ALTER TABLE \"User\" ALTER COLUMN \"a\" SET DEFAULT 'x'");
    is(EXPAND, "ALTER TABLE \"User\" ALTER COLUMN \"a\" DROP NOT NULL");
    is(EXPAND, "ALTER TABLE \"User\" DROP CONSTRAINT \"User_orgId_fkey\"");
    is(EXPAND, "DROP INDEX \"User_name_idx\"");
  }

  @Test
  public void newColumnThatInsertsMayLeaveOutIsExpand() {
    is(EXPAND, "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT");
    is(
        EXPAND,
        "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT, ADD COLUMN \"b\" INT NOT NULL DEFAULT 0");
    is(
        EXPAND,
        "ALTER TABLE \"User\" ADD COLUMN \"at\" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP");
    is(EXPAND, "ALTER TABLE \"User\" ADD COLUMN \"r\" \"Role\" NOT NULL DEFAULT 'USER'");
    is(EXPAND, "ALTER TABLE \"User\" ADD COLUMN \"t\" TEXT[] NOT NULL DEFAULT ARRAY['a']::TEXT[]");
    is(EXPAND, "ALTER TABLE \"User\" ADD COLUMN n BIGSERIAL NOT NULL");
    is(EXPAND, "ALTER TABLE \"User\" ADD COLUMN n INT NOT NULL GENERATED ALWAYS AS IDENTITY");
    is(EXPAND, "ALTER TABLE \"User\" ADD \"u\" TEXT UNIQUE");
  }

  @Test
  public void newColumnThatInsertsMustFillIsBreaking() {
    is(BREAKING, "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT NOT NULL");
    is(BREAKING, "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT NOT NULL DEFAULT NULL");
    is(BREAKING, "ALTER TABLE \"User\" ADD \"a\" TEXT NOT NULL UNIQUE");
    is(BREAKING, "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT UNIQUE DEFAULT 'x'");
    is(BREAKING, "ALTER TABLE \"User\" ADD COLUMN \"a\" TEXT, ADD COLUMN \"b\" INT NOT NULL");
    is(
        BREAKING,
        "ALTER TABLE \"User\" ADD COLUMN a TEXT DEFAULT ' NOT NULL DEFAULT 1' NOT NULL, ADD b INT NOT NULL");
  }

  @Test
  public void whatTakesAwayOrRenamesIsBreaking() {
    is(BREAKING, "DROP TABLE \"User\"");
    is(BREAKING, "DROP TABLE a, b");
    is(BREAKING, "DROP VIEW v");
    is(BREAKING, "DROP TYPE \"Role\"");
    is(BREAKING, "DROP INDEX \"User_email_key\"");
    is(BREAKING, "ALTER TABLE \"User\" DROP COLUMN \"a\"");
    is(BREAKING, "ALTER TABLE \"User\" DROP \"a\"");
    is(BREAKING, "ALTER TABLE \"User\" ADD COLUMN z INT, DROP COLUMN IF EXISTS \"a\" CASCADE");
    is(BREAKING, "ALTER TABLE \"User\" DROP CONSTRAINT \"User_email_key\"");
    is(BREAKING, "ALTER TABLE \"User\" RENAME COLUMN \"a\" TO \"b\"");
    is(BREAKING, "ALTER TABLE \"User\" RENAME TO \"b\"");
    is(BREAKING, "ALTER TYPE \"Role\" RENAME VALUE 'A' TO 'B'");
    is(BREAKING, "ALTER TYPE \"Role\" RENAME TO \"Role_old\"");
    is(BREAKING, "DELETE FROM \"User\"");
    is(BREAKING, "TRUNCATE TABLE \"User\"");
  }

  @Test
  public void whatNarrowsIsBreaking() {
    is(BREAKING, "ALTER TABLE \"User\" ALTER COLUMN \"a\" SET DATA TYPE INTEGER");
    is(BREAKING, "ALTER TABLE \"User\" ALTER COLUMN \"a\" SET DATA TYPE INTEGER USING a::int");
    is(BREAKING, "ALTER TABLE \"User\" ALTER COLUMN \"a\" TYPE INTEGER");
    is(BREAKING, "ALTER TABLE \"User\" ALTER COLUMN \"a\" SET NOT NULL");
    is(BREAKING, "ALTER TABLE \"User\" ALTER COLUMN \"a\" DROP DEFAULT");
    is(BREAKING, "CREATE UNIQUE INDEX \"User_email_key\" ON \"User\"(\"email\")");
    is(BREAKING, "CREATE UNIQUE INDEX i ON \"User\"(lower(email))");
    is(BREAKING, "CREATE UNIQUE INDEX i ON \"User\"(e) NULLS NOT DISTINCT");
    is(BREAKING, "ALTER TABLE \"User\" ADD CONSTRAINT c UNIQUE (\"email\")");
    is(BREAKING, "ALTER TABLE \"User\" ADD CONSTRAINT c PRIMARY KEY (\"email\")");
    is(BREAKING, "ALTER TABLE \"User\" ADD CONSTRAINT c CHECK (a > 0)");
    is(BREAKING, "ALTER TABLE \"User\" ADD CONSTRAINT c CHECK (a > 0) NOT VALID");
    is(BREAKING, "ALTER TABLE \"P\" ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES \"U\"(id)");
    is(BREAKING, "UPDATE \"User\" SET \"a\" = lower(\"a\")");
    is(BREAKING, "CREATE OR REPLACE VIEW v AS SELECT 1");
  }

  @Test
  public void whatNobodyUnderstandsIsUnknown() {
    is(UNKNOWN, "DO $$ BEGIN DELETE FROM x; END $$");
    is(UNKNOWN, "SELECT set_config('a', 'b', false)");
    is(UNKNOWN, "CREATE TRIGGER t BEFORE INSERT ON x EXECUTE FUNCTION f()");
    is(UNKNOWN, "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql");
    is(UNKNOWN, "WITH d AS (DELETE FROM y RETURNING *) INSERT INTO z SELECT * FROM d");
    is(UNKNOWN, "INSERT INTO s (k) VALUES (1) ON CONFLICT (k) DO UPDATE SET k = 2");
    is(UNKNOWN, "SET search_path TO other");
    is(UNKNOWN, "ALTER TABLE \"User\" ENABLE ROW LEVEL SECURITY");
    is(UNKNOWN, "ALTER TABLE \"User\" OWNER TO x");
    is(UNKNOWN, "ALTER TABLE \"User\" SET SCHEMA x");
    is(UNKNOWN, "COPY x FROM STDIN");
    is(UNKNOWN, "no sql at all");
    is(UNKNOWN, "ALTER TABLE \"User\" ADD COLUMN a TEXT DEFAULT 'never closed");
    is(UNKNOWN, "CREATE TABLE z (a INT) /* never closed");
  }

  @Test
  public void whatHappensToNewTablesIsExpand() {
    is(EXPAND, NEW_TABLE + "CREATE UNIQUE INDEX i ON \"New\"(\"x\")");
    is(EXPAND, NEW_TABLE + "ALTER TABLE \"public\".\"New\" ADD COLUMN y INT NOT NULL");
    is(
        EXPAND,
        NEW_TABLE + "ALTER TABLE \"New\" ADD CONSTRAINT f FOREIGN KEY (u) REFERENCES \"User\"(id)");
    is(EXPAND, NEW_TABLE + "ALTER TABLE \"New\" ALTER COLUMN x SET DATA TYPE INT USING x::int");
    is(EXPAND, NEW_TABLE + "DROP TABLE \"New\"");
  }

  @Test
  public void tableThatMayHaveExistedIsNotNew() {
    is(
        BREAKING,
        "CREATE TABLE IF NOT EXISTS \"User\" (id INT); ALTER TABLE \"User\" DROP COLUMN a");
    is(BREAKING, "CREATE TEMPORARY TABLE \"User\" (id INT); ALTER TABLE \"User\" DROP COLUMN a");
    is(BREAKING, "CREATE TABLE \"other\".\"User\" (id INT); ALTER TABLE \"User\" DROP COLUMN a");
    is(BREAKING, "CREATE TABLE \"user\" (id INT); ALTER TABLE \"User\" DROP COLUMN a");
    is(BREAKING, "ALTER TABLE u ADD COLUMN IF NOT EXISTS a INT; ALTER TABLE u DROP COLUMN a");
  }

  @Test
  public void constraintThatRowsOfTheRunningVersionEscapeIsExpand() {
    is(EXPAND, NEW_COLUMN + "CREATE UNIQUE INDEX \"User_n_key\" ON \"User\"(\"n\")");
    is(
        EXPAND,
        NEW_COLUMN
            + "ALTER TABLE \"User\" ADD CONSTRAINT f FOREIGN KEY (\"n\") REFERENCES \"O\"(\"id\")");
    is(EXPAND, NEW_COLUMN + "UPDATE \"User\" SET \"n\" = lower(\"name\")");
    is(EXPAND, NEW_COLUMN + "ALTER TABLE \"User\" DROP COLUMN \"n\"");
    is(BREAKING, NEW_COLUMN + "CREATE UNIQUE INDEX i ON \"User\"(\"n\") NULLS NOT DISTINCT");
    is(BREAKING, NEW_COLUMN + "UPDATE \"User\" SET \"n\" = 'x', \"a\" = 'y'");
  }

  @Test
  public void newColumnMayBeRequiredOnlyWhileItHasADefault() {
    String required = "ALTER TABLE \"User\" ALTER COLUMN \"n\" SET NOT NULL";
    String filled = "ALTER TABLE \"User\" ALTER COLUMN \"n\" SET DEFAULT 'x';";
    is(BREAKING, NEW_COLUMN + required);
    is(EXPAND, NEW_COLUMN + filled + required);
    is(
        BREAKING,
        NEW_COLUMN
            + filled
            + required
            + ";ALTER TABLE \"User\" ALTER COLUMN n DROP DEFAULT".replace(" n ", " \"n\" "));
    is(BREAKING, NEW_COLUMN + filled + "CREATE UNIQUE INDEX i ON \"User\"(\"n\")");
  }

  @Test
  public void semicolonsInsideQuotesAndCommentsEndNothing() {
    List<SqlStatement> statements =
        SqlScript.split(
            """
            -- CreateTable; really
            CREATE TABLE "a;b" (x TEXT DEFAULT 'it''s; fine', y TEXT DEFAULT E'\\';');
            /* outer /* inner; */ still; */
            DO $tag$ BEGIN; $$ END; $tag$;

            DROP TABLE z
            """);

    assertEquals(3, statements.size());
    assertEquals(List.of(2, 4, 6), statements.stream().map(SqlStatement::line).toList());
    assertEquals(
        "CREATE TABLE \"a;b\" (x TEXT DEFAULT '?', y TEXT DEFAULT '?')", statements.get(0).text());
  }

  @Test
  public void literalsNeverShow() {
    List<Change> changes =
        new MigrationSql().classify("m", "DELETE FROM \"Patient\" WHERE \"name\" = 'Ada Example'");

    assertFalse(changes.get(0).describe().contains("Ada"));
    assertTrue(changes.get(0).describe().startsWith("m/migration.sql line 1: it deletes rows"));
  }

  @Test
  public void commentsAloneAreNoChange() {
    assertEquals(List.of(), new MigrationSql().classify("m", "-- This is an empty migration.\n"));
  }

  /** The last statement's worst ruling; those before it prepare the ground. */
  private static void is(Compatibility expected, String sql) {
    List<Change> changes = new MigrationSql().classify("m", sql);
    int last = changes.stream().mapToInt(Change::line).max().orElseThrow();
    assertEquals(1, last);
    String lastStatement = changes.get(changes.size() - 1).statement();
    Compatibility worst =
        changes.stream()
            .filter(change -> change.statement().equals(lastStatement))
            .map(Change::compatibility)
            .max(Enum::compareTo)
            .orElseThrow();
    assertEquals(sql + " -> " + changes, expected, worst);
  }
}
