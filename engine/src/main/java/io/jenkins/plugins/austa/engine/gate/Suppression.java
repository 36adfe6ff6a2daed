package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A finding that somebody answers for, until a day.
 *
 * @param id a CVE, GHSA or rule id, which covers every component and service that has it; or a
 *     finding's fingerprint, which covers just that one
 * @param reason why it does not matter here; never blank
 * @param owner who answers for it; never blank
 * @param until the last day on which it holds
 */
public record Suppression(String id, String reason, String owner, LocalDate until)
    implements Serializable {
  public Suppression {
    requireText(id, "id");
    requireText(reason, "reason");
    requireText(owner, "owner");
    Objects.requireNonNull(until, "a suppression needs a day until which it holds");
  }

  /** Whether it no longer holds on this day. */
  public boolean expired(LocalDate today) {
    return today.isAfter(until);
  }

  private static void requireText(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a suppression needs " + name);
    }
  }
}
