package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import edu.umd.cs.findbugs.annotations.NonNull;

/** A drop-down list of credentials with an id and a description. */
public class StandardListBoxModel
    extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
  private static final long serialVersionUID = 1L;

  @NonNull
  protected String describe(@NonNull StandardCredentials c) {
    return CredentialsNameProvider.name(c);
  }
}
