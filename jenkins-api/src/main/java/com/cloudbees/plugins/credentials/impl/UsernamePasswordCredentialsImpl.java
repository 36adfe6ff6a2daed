package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.Secret;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A user's name and a password. */
public class UsernamePasswordCredentialsImpl extends BaseStandardCredentials
    implements StandardUsernamePasswordCredentials {
  private static final long serialVersionUID = 1L;

  @NonNull private final Secret password;
  @NonNull private final String username;
  private boolean usernameSecret;

  /** Takes {@code username} and {@code password}, null as the empty text. */
  @DataBoundConstructor
  @SuppressWarnings("unused")
  public UsernamePasswordCredentialsImpl(
      @CheckForNull CredentialsScope scope,
      @CheckForNull String id,
      @CheckForNull String description,
      @CheckForNull String username,
      @CheckForNull String password)
      throws Descriptor.FormException {
    super(scope, id, description);
    this.username = Util.fixNull(username);
    this.password = Secret.fromString(password);
  }

  @NonNull
  public Secret getPassword() {
    return password;
  }

  @NonNull
  public String getUsername() {
    return username;
  }

  @Override
  public boolean isUsernameSecret() {
    return usernameSecret;
  }

  /** Says whether the name is not to be seen. */
  @DataBoundSetter
  public void setUsernameSecret(boolean usernameSecret) {
    this.usernameSecret = usernameSecret;
  }

  /** What is known of such credentials. */
  @Extension(ordinal = 1)
  @Symbol("usernamePassword")
  public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {
    @Override
    public String getDisplayName() {
      return "Username with password";
    }
  }
}
