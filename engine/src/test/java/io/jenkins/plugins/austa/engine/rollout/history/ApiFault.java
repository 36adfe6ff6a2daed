package io.jenkins.plugins.austa.engine.rollout.history;

/**
 * A fault of the API server that waits for its request.
 *
 * @param plural kind of object it meets; empty for all
 * @param writesOnly whether reads are spared
 * @param skip how many requests it lets pass first
 * @param times how many it meets then
 * @param overtakenBy how many later requests are answered before one that is late
 */
record ApiFault(
    Kind kind, String plural, boolean writesOnly, int skip, int times, int overtakenBy) {

  /** What becomes of the request. */
  enum Kind {
    /** Answered 500, not carried out. */
    ERROR("answers 500"),
    /** Answered 409, not carried out. */
    CONFLICT("answers 409"),
    /** No answer, not carried out. */
    LOST("does not get"),
    /** No answer, but carried out. */
    ANSWER_LOST("carries out without an answer"),
    /** No answer, and carried out after the client has given up. */
    LATE("carries out late and without an answer"),
    /** Carried out, answered 500, and sent once more by the HTTP client. */
    REPEATED("gets twice, because its first answer was 500,"),
    /** Answered 403. */
    DENIED("denies");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  boolean meets(ApiRequest request) {
    return (plural.isEmpty() || plural.equals(request.path().plural()))
        && (!writesOnly || request.writes());
  }

  ApiFault skippedOne() {
    return new ApiFault(kind, plural, writesOnly, skip - 1, times, overtakenBy);
  }

  ApiFault usedOnce() {
    return new ApiFault(kind, plural, writesOnly, skip, times - 1, overtakenBy);
  }

  @Override
  public String toString() {
    return "the API server %s %s%s%s%s%s"
        .formatted(
            kind.text,
            times >= FOREVER ? "every" : times == 1 ? "one" : times,
            writesOnly ? " write of " : " request for ",
            plural.isEmpty() ? "anything" : plural,
            kind == Kind.LATE ? ", overtaken by " + overtakenBy : "",
            skip == 0 ? "" : ", after " + skip + " others");
  }

  static final int FOREVER = 1_000;
}
