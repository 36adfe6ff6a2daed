package io.jenkins.plugins.austa.engine.health;

import java.util.Optional;

/**
 * What came back to one request.
 *
 * @param status HTTP status, 0 when there was no answer
 * @param revision value of the header {@code X-Austa-Revision}
 * @param trouble why there was no answer; empty when there was one
 */
public record ProbeAnswer(int status, Optional<String> revision, Optional<String> trouble) {

  public static ProbeAnswer of(int status, Optional<String> revision) {
    return new ProbeAnswer(status, revision, Optional.empty());
  }

  public static ProbeAnswer none(String trouble) {
    return new ProbeAnswer(0, Optional.empty(), Optional.of(trouble));
  }
}
