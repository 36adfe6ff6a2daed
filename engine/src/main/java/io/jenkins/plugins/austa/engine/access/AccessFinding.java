package io.jenkins.plugins.austa.engine.access;

/**
 * One thing that a test of an environment found out.
 *
 * @param level how bad it is
 * @param text one or two sentences: what is so, and what to do
 */
public record AccessFinding(Level level, String text) {

  /** How bad it is, in ascending order. */
  public enum Level {
    /** As it should be. */
    FINE,
    /** It works, but should not stay so. */
    WARNING,
    /** A deployment would fail. */
    MISSING
  }

  static AccessFinding fine(String text) {
    return new AccessFinding(Level.FINE, text);
  }

  /** Something that works but should not stay so. */
  public static AccessFinding warning(String text) {
    return new AccessFinding(Level.WARNING, text);
  }

  /** Something without which a deployment fails. */
  public static AccessFinding missing(String text) {
    return new AccessFinding(Level.MISSING, text);
  }
}
