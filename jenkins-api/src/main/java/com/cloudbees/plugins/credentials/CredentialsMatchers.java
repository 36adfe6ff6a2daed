package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Arrays;
import java.util.List;

/** Makes {@link CredentialsMatcher}s and chooses by them. */
public class CredentialsMatchers {
  private CredentialsMatchers() {}

  /** Chooses everything. */
  @NonNull
  public static CredentialsMatcher always() {
    return item -> true;
  }

  /** Chooses nothing. */
  @NonNull
  public static CredentialsMatcher never() {
    return item -> false;
  }

  /** Chooses those with this id. */
  @NonNull
  public static CredentialsMatcher withId(@NonNull String id) {
    return item -> item instanceof IdCredentials identified && identified.getId().equals(id);
  }

  /** Chooses those of this scope. */
  @NonNull
  public static CredentialsMatcher withScope(@NonNull CredentialsScope scope) {
    return item -> item.getScope() == scope;
  }

  /** Chooses those that are a {@code clazz}. */
  @NonNull
  public static CredentialsMatcher instanceOf(@NonNull Class clazz) {
    return clazz::isInstance;
  }

  /** Chooses what {@code matcher} does not. */
  @NonNull
  public static CredentialsMatcher not(@NonNull CredentialsMatcher matcher) {
    return item -> !matcher.matches(item);
  }

  /** Chooses what all of {@code matchers} do. */
  @NonNull
  public static CredentialsMatcher allOf(@NonNull CredentialsMatcher... matchers) {
    return item -> Arrays.stream(matchers).allMatch(each -> each.matches(item));
  }

  /** Chooses what one of {@code matchers} does. */
  @NonNull
  public static CredentialsMatcher anyOf(@NonNull CredentialsMatcher... matchers) {
    return item -> Arrays.stream(matchers).anyMatch(each -> each.matches(item));
  }

  /** Returns the credentials chosen, in order. */
  @NonNull
  public static <C extends Credentials> List<C> filter(
      @NonNull List<C> credentials, @NonNull CredentialsMatcher matcher) {
    return credentials.stream().filter(matcher::matches).toList();
  }

  /** Returns the first of the credentials chosen, or null. */
  @CheckForNull
  public static <C extends Credentials> C firstOrNull(
      @NonNull Iterable<C> credentials, @NonNull CredentialsMatcher matcher) {
    for (C each : credentials) {
      if (matcher.matches(each)) {
        return each;
      }
    }
    return null;
  }
}
