package io.jenkins.plugins.austa.engine.plan;

import java.util.Optional;

/**
 * The commands that bring a database to the schema of a service. What Prisma prints is kept in a
 * file, which is judged, and shown in the log.
 *
 * @param service the service
 * @param statusCommand asks which migrations are pending
 * @param statusLog what it printed, relative to the workspace
 * @param deployCommand applies them
 * @param deployLog what it printed, relative to the workspace
 */
public record MigrationCommands(
    String service,
    String statusCommand,
    String statusLog,
    String deployCommand,
    String deployLog) {

  /** The commands for one service and environment; empty when the service has no migrations. */
  public static Optional<MigrationCommands> of(ServicePlan service, String environment) {
    if (service.migrations() == null) {
      return Optional.empty();
    }
    String log = ".austa/migrate-" + environment + "-" + service.name();
    return Optional.of(
        new MigrationCommands(
            service.name(),
            command(service, "status", log + "-status.log"),
            log + "-status.log",
            command(service, "deploy", log + ".log"),
            log + ".log"));
  }

  private static String command(ServicePlan service, String verb, String log) {
    String folder = service.migrations().substring(service.path().length() + 1);
    String schema = folder.replaceAll("/?[^/]*$", "") + "/schema.prisma";
    String file = ShellWord.quote(log);
    String prisma =
        ServicePlanner.in(
            service.path(), "npx prisma migrate " + verb + " --schema " + ShellWord.quote(schema));
    // The shell of a Jenkins sh step ends at the first failure unless the failure is asked about.
    return "code=0; (" + prisma + ") > " + file + " 2>&1 || code=$?; cat " + file + "; exit $code";
  }
}
