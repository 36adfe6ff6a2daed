package hudson;

import java.io.File;

/** The two families of operating systems that differ in path syntax. */
public enum Platform {
  WINDOWS(';'),
  UNIX(':');

  /** Separates the entries of a search path. */
  public final char pathSeparator;

  Platform(char pathSeparator) {
    this.pathSeparator = pathSeparator;
  }

  /** Returns the platform this JVM runs on. */
  public static Platform current() {
    return File.pathSeparatorChar == ':' ? UNIX : WINDOWS;
  }
}
