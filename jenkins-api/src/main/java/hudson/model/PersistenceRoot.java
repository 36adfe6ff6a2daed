package hudson.model;

import java.io.File;

/** Something with a directory of its own. */
public interface PersistenceRoot extends Saveable {
  /** Returns the directory; it need not exist yet. */
  File getRootDir();
}
