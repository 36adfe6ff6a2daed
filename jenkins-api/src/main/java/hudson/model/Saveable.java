package hudson.model;

import java.io.IOException;

/** Something that keeps its state. */
public interface Saveable {
  /** Keeps nothing. */
  Saveable NOOP = () -> {};

  /** Writes the state to where it is kept. */
  void save() throws IOException;
}
