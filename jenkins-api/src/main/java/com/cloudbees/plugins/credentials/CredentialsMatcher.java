package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

/** Chooses credentials. */
public interface CredentialsMatcher extends Serializable {
  /** Returns whether {@code item} is meant. */
  boolean matches(@NonNull Credentials item);
}
