package hudson;

import java.io.IOException;

/** A failure that is the user's to repair: only its message goes into the build log. */
public class AbortException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Fails without a message. */
  public AbortException() {}

  /** Fails with what the user should read. */
  public AbortException(String message) {
    super(message);
  }
}
