package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.NonNull;

/** Credentials with a user's name. */
public interface UsernameCredentials extends Credentials {
  /** Returns the name. */
  @NonNull
  String getUsername();

  /** Returns whether the name is not to be seen. */
  default boolean isUsernameSecret() {
    return true;
  }
}
