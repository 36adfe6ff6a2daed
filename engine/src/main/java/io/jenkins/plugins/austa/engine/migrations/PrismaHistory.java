package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the migrations in the repository stand to those in the database. Pure.
 *
 * @param applied migrations that are in both, in order
 * @param pending migrations to apply, in order
 * @param failed names of migrations that failed, or still run, and were not resolved
 * @param edited names of migrations whose file changed after it was applied
 * @param missing names of applied migrations that the repository does not have
 */
public record PrismaHistory(
    List<PrismaMigration> applied,
    List<PrismaMigration> pending,
    List<String> failed,
    List<String> edited,
    List<String> missing) {

  public PrismaHistory {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    failed = List.copyOf(failed);
    edited = List.copyOf(edited);
    missing = List.copyOf(missing);
  }

  /**
   * @param local from {@link PrismaMigrations#read}
   * @param rows from {@link PrismaTable#read}
   */
  public static PrismaHistory of(List<PrismaMigration> local, List<PrismaTable.Row> rows) {
    Map<String, PrismaTable.Row> done = new HashMap<>();
    List<String> failed = new ArrayList<>();
    for (PrismaTable.Row row : rows) {
      if (row.applied()) {
        done.put(row.migration(), row);
      } else if (row.failed()) {
        failed.add(row.migration());
      }
    }
    List<String> names = local.stream().map(PrismaMigration::name).toList();
    return new PrismaHistory(
        local.stream().filter(one -> done.containsKey(one.name())).toList(),
        local.stream().filter(one -> !done.containsKey(one.name())).toList(),
        failed,
        local.stream()
            .filter(one -> done.containsKey(one.name()))
            .filter(one -> !one.hasChecksum(done.get(one.name()).checksum()))
            .map(PrismaMigration::name)
            .toList(),
        done.keySet().stream().filter(name -> !names.contains(name)).sorted().toList());
  }

  /** Why no migration may be applied now; empty when nothing stands in the way. */
  public List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    failed.forEach(
        name ->
            obstacles.add(
                name
                    + " failed or is still running. Wait for it, or repair what it left behind and"
                    + " run prisma migrate resolve"));
    edited.forEach(
        name ->
            obstacles.add(
                name
                    + " was edited after it was applied. Restore the file and put the change into a"
                    + " new migration"));
    missing.forEach(
        name ->
            obstacles.add(
                name
                    + " is applied, but the repository does not have it. Deploy from a commit that"
                    + " has it"));
    return obstacles;
  }
}
