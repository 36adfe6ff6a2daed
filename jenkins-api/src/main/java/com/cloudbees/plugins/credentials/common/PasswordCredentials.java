package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.util.Secret;

/** Credentials with a password. */
public interface PasswordCredentials extends Credentials {
  /** Returns the password. */
  @NonNull
  Secret getPassword();
}
