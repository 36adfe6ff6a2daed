package io.jenkins.plugins.austa.sandbox.api;

/**
 * In whose name a server-side apply is made.
 *
 * @param name name of the manager
 * @param force whether it takes fields over that others apply
 */
public record FieldManager(String name, boolean force) {
  /** Whoever patches without applying. */
  public static final FieldManager NONE = new FieldManager("unknown", false);
}
