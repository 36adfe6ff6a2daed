package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Run;
import java.io.Serializable;

/** Something by which one can prove who one is. */
public interface Credentials extends Describable<Credentials>, Serializable, ExtensionPoint {
  /** Returns where they may be used, null where that is not known. */
  @CheckForNull
  CredentialsScope getScope();

  @Override
  @NonNull
  CredentialsDescriptor getDescriptor();

  /** Returns the credentials as {@code context} is to use them. */
  @NonNull
  default Credentials forRun(Run<?, ?> context) {
    return this;
  }
}
