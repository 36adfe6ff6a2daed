package io.jenkins.plugins.austa.cli.host.cps;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.OutputStream;

/** Writes a program, with references in place of the objects that the host owns. */
final class ProgramWriter extends ObjectOutputStream {
  private final ProgramHost host;
  private Object latest;
  private boolean failed;

  ProgramWriter(OutputStream out, ProgramHost host) throws IOException {
    super(out);
    this.host = host;
    enableReplaceObject(true);
  }

  @Override
  protected Object replaceObject(Object object) {
    failed |= object instanceof ObjectStreamException;
    if (!failed) {
      latest = object;
    }
    if (object instanceof HostOwned owned) {
      return new HostReference(owned.hostKey());
    }
    String key = host.keyOf(object);
    return key == null ? object : new HostReference(key);
  }

  /**
   * Returns the object looked at last; after a failure, the one that cannot be written (the failure
   * itself is written too, and does not count).
   */
  Object latest() {
    return latest;
  }
}
