package org.jenkinsci.remoting;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;

/** Decides in which roles something may run. */
public abstract class RoleChecker {
  /** Fails unless {@code subject} may run in all of {@code expected}. */
  public abstract void check(@NonNull RoleSensitive subject, @NonNull Collection<Role> expected)
      throws SecurityException;

  /** Fails unless {@code subject} may run in {@code expected}. */
  public void check(@NonNull RoleSensitive subject, @NonNull Role expected)
      throws SecurityException {
    check(subject, Collections.singleton(expected));
  }

  /** Fails unless {@code subject} may run in all of {@code expected}. */
  public void check(@NonNull RoleSensitive subject, @NonNull Role... expected)
      throws SecurityException {
    check(subject, Arrays.asList(expected));
  }
}
