package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Somebody lacks a permission. */
public class AccessDeniedException3 extends AccessDeniedException {
  private static final long serialVersionUID = 1L;

  /** Who lacks it. */
  public final Authentication authentication;

  /** What is lacking. */
  public final Permission permission;

  /** Says who lacks what. */
  public AccessDeniedException3(Authentication authentication, Permission permission) {
    this(null, authentication, permission);
  }

  /** Says who lacks what, and what went before. */
  public AccessDeniedException3(Throwable t, Authentication authentication, Permission permission) {
    super(
        authentication.getName()
            + " is missing the "
            + permission.group.title
            + "/"
            + permission.name
            + " permission",
        t);
    this.authentication = authentication;
    this.permission = permission;
  }
}
