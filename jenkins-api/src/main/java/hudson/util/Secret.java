package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Util;
import java.io.Serializable;

/**
 * A text that is not to be seen. In memory it is as it is; the host never writes it, so it has no
 * encrypted form here.
 */
public final class Secret implements Serializable {
  private static final long serialVersionUID = 1L;

  @NonNull private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns the text itself: do not write it anywhere. Kept as it is in the real type. */
  @Override
  @Deprecated
  public String toString() {
    return value;
  }

  /** Returns the text itself. */
  @NonNull
  public String getPlainText() {
    return value;
  }

  /**
   * Returns the text as it is kept on disk.
   *
   * @throws UnsupportedOperationException always: the host keeps no secrets on disk
   */
  public String getEncryptedValue() {
    throw new UnsupportedOperationException(
        "Secret.getEncryptedValue: the host keeps no secrets on disk");
  }

  /** Hides {@code data}, null as the empty text. */
  @NonNull
  public static Secret fromString(@CheckForNull String data) {
    return new Secret(Util.fixNull(data));
  }

  /** Returns the text of {@code s}, null for null. */
  @Nullable
  public static String toString(@CheckForNull Secret s) {
    return s == null ? null : s.value;
  }

  @Override
  public boolean equals(Object that) {
    return that instanceof Secret other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
