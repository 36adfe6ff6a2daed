package io.jenkins.plugins.austa.engine.rollout.history;

/**
 * What befalls a process at one of its API calls, counted from the start of an operation.
 *
 * @param call 1 is the first
 */
record Interruption(Kind kind, int call) {

  /** What befalls it. */
  enum Kind {
    NONE(""),
    /** The process is gone, the request was never sent. */
    CRASH_BEFORE("crashes before"),
    /** The process is gone, but the request was carried out. */
    CRASH_AFTER("crashes right after"),
    /** The whole process stands still before the request is sent, until it is woken. */
    STALL_BEFORE("stands still before"),
    /** The whole process stands still after the request was carried out. */
    STALL_AFTER("stands still right after"),
    /** Somebody aborts the operation. */
    CANCEL("is aborted at"),
    /** Others go on beside it from here. */
    LEAVE("is left alone after");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  static final Interruption NONE = new Interruption(Kind.NONE, -1);

  /** One call nearer; stays at 0, which is now. */
  Interruption nextCall() {
    return kind == Kind.NONE || kind == Kind.LEAVE ? this : new Interruption(kind, call - 1);
  }

  boolean stalls() {
    return kind == Kind.STALL_BEFORE || kind == Kind.STALL_AFTER;
  }

  @Override
  public String toString() {
    return kind == Kind.NONE ? "" : ", " + kind.text + " API call " + call;
  }
}
