package io.jenkins.plugins.austa.engine.health;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came back to one request.
 *
 * @param status HTTP status, 0 when there was no answer
 * @param headers first value of each header, names in lower case
 * @param body the answer's text, cut at {@link #LONGEST_BODY} characters; empty when it was not
 *     kept
 * @param took from sending to having the whole answer; zero when there was none
 * @param trouble why there was no answer; empty when there was one
 */
public record ProbeAnswer(
    int status, Map<String, String> headers, String body, Duration took, Optional<String> trouble) {

  /** Characters of a body that are looked at. */
  public static final int LONGEST_BODY = 64 * 1024;

  public ProbeAnswer {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
    body = body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body;
  }

  /** An answer of which only the status and the revision's header matter. */
  public static ProbeAnswer of(int status, Optional<String> revision) {
    Map<String, String> headers =
        revision.map(number -> Map.of(Convergence.HEADER, number)).orElse(Map.of());
    return new ProbeAnswer(status, headers, "", Duration.ZERO, Optional.empty());
  }

  public static ProbeAnswer none(String trouble) {
    return new ProbeAnswer(0, Map.of(), "", Duration.ZERO, Optional.of(trouble));
  }

  /** Value of the header {@code X-Austa-Revision}. */
  public Optional<String> revision() {
    return header(Convergence.HEADER);
  }

  /**
   * @param name in any case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
