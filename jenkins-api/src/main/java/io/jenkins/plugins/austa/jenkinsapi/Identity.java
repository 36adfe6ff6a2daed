package io.jenkins.plugins.austa.jenkinsapi;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Somebody known by name alone. Ours, no part of the Jenkins API.
 *
 * @param getName the user's id
 */
public record Identity(String getName) implements Authentication {
  private static final ThreadLocal<Authentication> CURRENT = new ThreadLocal<>();

  /**
   * Makes this thread act as {@code who}, null for nobody in particular.
   *
   * @return who it acted as before, null for nobody in particular
   */
  public static @CheckForNull Authentication become(@CheckForNull Authentication who) {
    Authentication before = CURRENT.get();
    if (who == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(who);
    }
    return before;
  }

  /** Returns who this thread acts as; empty for nobody in particular. */
  public static Optional<Authentication> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getDetails() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return getName;
  }

  @Override
  public boolean isAuthenticated() {
    return true;
  }

  @Override
  public void setAuthenticated(boolean isAuthenticated) throws IllegalArgumentException {
    if (!isAuthenticated) {
      throw new IllegalArgumentException("an identity cannot lose its trust; make another");
    }
  }
}
