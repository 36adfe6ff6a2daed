package jenkins.model;

import java.io.IOException;

/** Something whose state can be read from where it is kept. */
public interface Loadable {
  /** Reads the state. */
  void load() throws IOException;
}
