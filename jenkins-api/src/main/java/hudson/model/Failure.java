package hudson.model;

/** A mistake of the user, shown as a page with the message. */
public class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public Failure(String message) {
    super(message);
  }

  /** Says what is wrong; {@code pre} keeps the line breaks. */
  public Failure(String message, boolean pre) {
    super(message);
  }
}
