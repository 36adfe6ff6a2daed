package io.jenkins.plugins.austa.cli.host.cps;

/**
 * An object that belongs to the host and not to the program.
 *
 * <p>Where the program refers to it, only {@link #hostKey()} is saved; on reading back the
 * reference leads to the live object again, as Jenkins does with builds, agents and listeners.
 */
public interface HostOwned {

  /** Returns the key that finds this object among those of its run; stable and never empty. */
  String hostKey();
}
