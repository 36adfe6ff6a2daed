package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.Arrays;

/** Bytes that are not to be seen. */
public class SecretBytes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] value;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  /** Hides a copy of {@code bytes}. */
  public static SecretBytes fromRawBytes(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /** Returns a copy of the bytes. */
  @NonNull
  public byte[] getPlainData() {
    return value.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof SecretBytes that && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }
}
