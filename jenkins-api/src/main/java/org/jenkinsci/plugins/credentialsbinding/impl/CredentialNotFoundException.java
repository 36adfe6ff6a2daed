package org.jenkinsci.plugins.credentialsbinding.impl;

import hudson.AbortException;

/** Credentials that are to be bound are not there, or of another kind. */
public class CredentialNotFoundException extends AbortException {
  private static final long serialVersionUID = 1L;

  /** Says which. */
  public CredentialNotFoundException(String message) {
    super(message);
  }
}
