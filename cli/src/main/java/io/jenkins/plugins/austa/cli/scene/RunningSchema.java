package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.toolbox.PrismaStandIn;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Brings a database to the schema of the version before: every migration but those the run is to
 * apply.
 */
final class RunningSchema {
  private static final int APPLIED_BEFORE = 2;

  private RunningSchema() {}

  static void apply(PipelinePlan plan, Path sources, String databaseUrl)
      throws IOException, SQLException {
    for (ServicePlan service : plan.services()) {
      if (service.migrations() != null) {
        PrismaStandIn.applyFirst(
            sources.resolve(service.migrations()), databaseUrl, APPLIED_BEFORE);
      }
    }
  }
}
