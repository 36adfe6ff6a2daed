package io.jenkins.plugins.austa.cli.scene;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Finds PostgreSQL for this machine on the class path. The same jar can be there twice, as in a
 * build beside the launcher's own folder of libraries; the library's own search refuses that.
 */
final class PostgresBinary implements PgBinaryResolver {

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    String name =
        "/postgres-%s-%s.txz"
            .formatted(system.toLowerCase(Locale.ROOT), ArchUtils.normalize(machineHardware));
    InputStream found = PostgresBinary.class.getResourceAsStream(name);
    return found != null
        ? found
        : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
  }
}
