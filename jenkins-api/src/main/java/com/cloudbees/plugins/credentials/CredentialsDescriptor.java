package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;

/** What is known of a type of credentials. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> {
  /** Describes {@code clazz}. */
  protected CredentialsDescriptor(Class<? extends Credentials> clazz) {
    super(clazz);
  }

  /** Describes the class this one is nested in. */
  protected CredentialsDescriptor() {}
}
