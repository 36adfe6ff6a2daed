package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import jenkins.model.Jenkins;

/** Base of the credentials. */
public class BaseCredentials implements Credentials {
  private static final long serialVersionUID = 1L;

  @CheckForNull private final CredentialsScope scope;

  /** May be used where that is not known. */
  protected BaseCredentials() {
    this(null);
  }

  /** May be used in {@code scope}. */
  public BaseCredentials(@CheckForNull CredentialsScope scope) {
    this.scope = scope;
  }

  @CheckForNull
  public CredentialsScope getScope() {
    return scope;
  }

  @NonNull
  public CredentialsDescriptor getDescriptor() {
    return (CredentialsDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
  }
}
