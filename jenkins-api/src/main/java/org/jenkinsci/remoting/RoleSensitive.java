package org.jenkinsci.remoting;

/** Something that may only run in certain roles. */
public interface RoleSensitive {
  /** Fails unless {@code checker} allows the roles this needs. */
  void checkRoles(RoleChecker checker) throws SecurityException;
}
