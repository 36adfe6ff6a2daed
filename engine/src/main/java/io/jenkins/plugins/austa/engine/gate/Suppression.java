package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A finding that somebody answers for, until a day.
 *
 * @param id a CVE, GHSA or rule id, which covers every component and service that has it; or a
 *     finding's fingerprint, which covers just that one; null for whatever the component has
 * @param purl pattern of package URLs in which {@code *} stands for any text; null for any
 *     component. One of both is always given
 * @param reason why it does not matter here; never blank
 * @param owner who answers for it; never blank
 * @param until the last day on which it holds
 */
public record Suppression(String id, String purl, String reason, String owner, LocalDate until)
    implements Serializable {
  public Suppression {
    if (id == null && purl == null) {
      throw new IllegalArgumentException("a suppression needs an id or a purl");
    }
    requireText(id == null ? purl : id, "an id or a purl");
    requireText(reason, "reason");
    requireText(owner, "owner");
    Objects.requireNonNull(until, "a suppression needs a day until which it holds");
  }

  /** Of an id, whatever the component. */
  public Suppression(String id, String reason, String owner, LocalDate until) {
    this(id, null, reason, owner, until);
  }

  /** What it covers, for messages. */
  public String covers() {
    if (id == null) {
      return purl;
    }
    return purl == null ? id : id + " in " + purl;
  }

  /** Whether it no longer holds on this day. */
  public boolean expired(LocalDate today) {
    return today.isAfter(until);
  }

  /** Whether its last day is further ahead than the policy allows. */
  boolean tooFarAhead(LocalDate today, int longestDays) {
    return until.isAfter(today.plusDays(longestDays));
  }

  private static void requireText(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a suppression needs " + name);
    }
  }
}
