package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsDescriptor;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import java.util.UUID;

/** Base of the credentials with an id and a description. Equal by id. */
public abstract class BaseStandardCredentials extends BaseCredentials
    implements StandardCredentials {
  private static final long serialVersionUID = 1L;

  @NonNull private final String id;
  @NonNull private final String description;

  /** Takes {@code id}, blank for one of its own. */
  public BaseStandardCredentials(@CheckForNull String id, @CheckForNull String description) {
    this(null, id, description);
  }

  /** Takes {@code id}, blank for one of its own. */
  public BaseStandardCredentials(
      @CheckForNull CredentialsScope scope,
      @CheckForNull String id,
      @CheckForNull String description) {
    super(scope);
    String given = Util.fixEmptyAndTrim(id);
    this.id = given == null ? UUID.randomUUID().toString() : given;
    this.description = Util.fixNull(description);
  }

  @NonNull
  public String getId() {
    return id;
  }

  @NonNull
  public String getDescription() {
    return description;
  }

  @Override
  public final boolean equals(Object o) {
    return o instanceof BaseStandardCredentials that && id.equals(that.id);
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }

  /** What is known of such credentials. */
  protected abstract static class BaseStandardCredentialsDescriptor extends CredentialsDescriptor {
    /** Describes the class this one is nested in. */
    protected BaseStandardCredentialsDescriptor() {}

    /** Describes {@code clazz}. */
    protected BaseStandardCredentialsDescriptor(Class<? extends BaseStandardCredentials> clazz) {
      super(clazz);
    }
  }
}
