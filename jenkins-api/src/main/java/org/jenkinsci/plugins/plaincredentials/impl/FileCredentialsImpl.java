package org.jenkinsci.plugins.plaincredentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;

/** A secret file. */
public final class FileCredentialsImpl extends BaseStandardCredentials implements FileCredentials {
  private static final long serialVersionUID = 1L;

  private final @NonNull String fileName;
  private final @NonNull SecretBytes secretBytes;

  /** Takes {@code secretBytes} as the contents. */
  public FileCredentialsImpl(
      @CheckForNull CredentialsScope scope,
      @CheckForNull String id,
      @CheckForNull String description,
      @NonNull String fileName,
      @NonNull SecretBytes secretBytes) {
    super(scope, id, description);
    this.fileName = fileName;
    this.secretBytes = secretBytes;
  }

  @Override
  public String getFileName() {
    return fileName;
  }

  /** Returns the contents. */
  public SecretBytes getSecretBytes() {
    return secretBytes;
  }

  @Override
  public InputStream getContent() throws java.io.IOException {
    return new ByteArrayInputStream(secretBytes.getPlainData());
  }

  /** What is known of such credentials. */
  @Extension
  @Symbol("file")
  public static class DescriptorImpl extends BaseStandardCredentialsDescriptor {
    @Override
    public String getDisplayName() {
      return "Secret file";
    }
  }
}
