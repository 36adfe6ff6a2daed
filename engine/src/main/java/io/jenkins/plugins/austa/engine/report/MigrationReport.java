package io.jenkins.plugins.austa.engine.report;

/**
 * One schema migration in one environment.
 *
 * @param environment such as {@code staging}
 * @param name of the migration
 * @param kind {@code expand} (the running version stays well) or {@code contract} (no way back)
 * @param result {@code applied}, {@code already applied}, {@code failed} or {@code refused}
 * @param detail one line; null where there is nothing to add
 * @param durationMillis how long it took, 0 where it did not run
 */
public record MigrationReport(
    String environment,
    String name,
    String kind,
    String result,
    String detail,
    long durationMillis) {}
