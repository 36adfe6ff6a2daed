package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;

/**
 * Names credentials for people.
 *
 * @param <C> type of the credentials
 */
public abstract class CredentialsNameProvider<C extends Credentials> {
  /** Returns the id with the description, if any. */
  @NonNull
  public static String name(@NonNull Credentials credentials) {
    if (credentials instanceof StandardCredentials standard) {
      String description = standard.getDescription();
      return standard.getId() + (description.isBlank() ? "" : " (" + description + ")");
    }
    return credentials instanceof IdCredentials identified
        ? identified.getId()
        : credentials.getClass().getSimpleName();
  }

  /** Returns the name of {@code credentials}. */
  @NonNull
  public abstract String getName(@NonNull C credentials);
}
