package io.jenkins.plugins.austa.cli.host.cps;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Reads a program back: classes come from the Groovy class loader, host objects from the host. */
final class ProgramReader extends ObjectInputStream {
  private final ProgramHost host;
  private final ClassLoader loader;

  ProgramReader(InputStream in, ProgramHost host, ClassLoader loader) throws IOException {
    super(in);
    this.host = host;
    this.loader = loader;
    enableResolveObject(true);
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description)
      throws IOException, ClassNotFoundException {
    try {
      return Class.forName(description.getName(), false, loader);
    } catch (ClassNotFoundException e) {
      return super.resolveClass(description);
    }
  }

  @Override
  protected Object resolveObject(Object object) throws IOException {
    if (!(object instanceof HostReference reference)) {
      return object;
    }
    Object live = host.live(reference.key());
    if (live == null) {
      throw new InvalidObjectException("the host knows no object '" + reference.key() + "'");
    }
    return live;
  }
}
