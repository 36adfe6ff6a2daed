package io.jenkins.plugins.austa.engine.migrations;

/** What a statement means for the version of the service that is running while it is applied. */
public enum Compatibility {
  /** It only adds: the running version keeps working, and traffic may go back to it. */
  EXPAND,
  /** The running version, or what it wrote, no longer fits. */
  BREAKING,
  /** Nobody can tell, so it is treated as breaking. */
  UNKNOWN
}
