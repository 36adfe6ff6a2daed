package io.jenkins.plugins.austa.engine.gate;

/**
 * A report that cannot be trusted: missing, empty, truncated, of another format, or one that
 * contradicts itself. Its message says what was tried, why it failed and what to do next.
 */
public final class BrokenReportException extends Exception {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String where;
  private final String whatToDo;

  public BrokenReportException(String what, String where, String whatToDo) {
    super(where + ": " + what + ". " + whatToDo);
    this.what = what;
    this.where = where;
    this.whatToDo = whatToDo;
  }

  /** What is wrong, without a full stop. */
  public String what() {
    return what;
  }

  /** The report, and the place in it where known. */
  public String where() {
    return where;
  }

  /** The next step for whoever reads it. */
  public String whatToDo() {
    return whatToDo;
  }
}
