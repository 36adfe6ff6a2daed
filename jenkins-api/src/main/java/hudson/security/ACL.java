package hudson.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.User;
import io.jenkins.plugins.austa.jenkinsapi.Identity;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Who may do what with an object. */
public abstract class ACL {
  /** Name of whoever is not logged in. */
  public static final String ANONYMOUS_USERNAME = "anonymous";

  /** Name of the controller itself. */
  public static final String SYSTEM_USERNAME = "SYSTEM";

  /** The controller itself, which may do everything. */
  @NonNull public static final Authentication SYSTEM2 = new Identity(SYSTEM_USERNAME);

  /** Makes rules of a function. */
  public static ACL lambda2(final BiFunction<Authentication, Permission, Boolean> impl) {
    return new ACL() {
      @Override
      public boolean hasPermission2(Authentication a, Permission permission) {
        return impl.apply(a, permission);
      }
    };
  }

  /** Fails unless the current user has {@code p}. */
  public final void checkPermission(@NonNull Permission p) {
    Authentication current = Jenkins.getAuthentication2();
    if (!permits(current, p)) {
      throw new AccessDeniedException3(current, enabled(p));
    }
  }

  /** Fails unless the current user has one of {@code permissions}. */
  public final void checkAnyPermission(@NonNull Permission... permissions) {
    if (permissions.length == 0) {
      throw new IllegalArgumentException("at least one permission must be asked for");
    }
    if (!hasAnyPermission(permissions)) {
      throw new AccessDeniedException3(Jenkins.getAuthentication2(), enabled(permissions[0]));
    }
  }

  /** Returns whether the current user has {@code p}. */
  public final boolean hasPermission(@NonNull Permission p) {
    return permits(Jenkins.getAuthentication2(), p);
  }

  /** Returns whether the current user has one of {@code permissions}. */
  public final boolean hasAnyPermission(@NonNull Permission... permissions) {
    if (permissions.length == 0) {
      throw new IllegalArgumentException("at least one permission must be asked for");
    }
    for (Permission each : permissions) {
      if (hasPermission(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code a} has {@code permission}. */
  public boolean hasPermission2(@NonNull Authentication a, @NonNull Permission permission) {
    throw new UnsupportedOperationException(getClass().getName() + " must override hasPermission2");
  }

  /** Acts as {@code auth} on this thread until the answer is closed. */
  @NonNull
  public static ACLContext as2(@NonNull Authentication auth) {
    return new ACLContext(Identity.become(auth));
  }

  /** Acts as {@code user} on this thread until the answer is closed; null stands for nobody. */
  @NonNull
  public static ACLContext as(@CheckForNull User user) {
    return as2(new Identity(user == null ? ANONYMOUS_USERNAME : user.getId()));
  }

  /** Returns whether {@code authentication} is not logged in. */
  public static boolean isAnonymous2(@NonNull Authentication authentication) {
    return ANONYMOUS_USERNAME.equals(authentication.getName());
  }

  private boolean permits(Authentication who, Permission what) {
    return SYSTEM2.equals(who) || hasPermission2(who, what);
  }

  private static Permission enabled(Permission p) {
    Permission asked = p;
    while (!asked.getEnabled() && asked.impliedBy != null) {
      asked = asked.impliedBy;
    }
    return asked;
  }
}
