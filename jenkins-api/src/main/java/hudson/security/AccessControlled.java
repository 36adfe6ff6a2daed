package hudson.security;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** An object that not everybody may do everything with. */
public interface AccessControlled {
  /** Returns who may do what. */
  @NonNull
  ACL getACL();

  /** Fails unless the current user has {@code permission}. */
  default void checkPermission(@NonNull Permission permission) throws AccessDeniedException {
    getACL().checkPermission(permission);
  }

  /** Fails unless the current user has one of {@code permission}. */
  default void checkAnyPermission(@NonNull Permission... permission) throws AccessDeniedException {
    getACL().checkAnyPermission(permission);
  }

  /** Returns whether the current user has {@code permission}. */
  default boolean hasPermission(@NonNull Permission permission) {
    return getACL().hasPermission(permission);
  }

  /** Returns whether the current user has one of {@code permission}. */
  default boolean hasAnyPermission(@NonNull Permission... permission) {
    return getACL().hasAnyPermission(permission);
  }

  /** Returns whether {@code a} has {@code permission}. */
  default boolean hasPermission2(@NonNull Authentication a, @NonNull Permission permission) {
    return getACL().hasPermission2(a, permission);
  }
}
