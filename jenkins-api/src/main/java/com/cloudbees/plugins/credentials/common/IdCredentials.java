package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.Credentials;
import edu.umd.cs.findbugs.annotations.NonNull;

/** Credentials that are named by an id. */
public interface IdCredentials extends Credentials {
  /** Returns the id, unique where the credentials are kept. */
  @NonNull
  String getId();
}
