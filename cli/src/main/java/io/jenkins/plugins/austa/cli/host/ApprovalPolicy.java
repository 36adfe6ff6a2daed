package io.jenkins.plugins.austa.cli.host;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How questions of the pipeline are answered.
 *
 * @param decisions by environment, in lower case; an input with id {@code approve-production} is
 *     about {@code production}, one with another id is about that id
 * @param user id of the user in whose name answers are given
 */
public record ApprovalPolicy(Map<String, Decision> decisions, String user) {

  /** What to do about a question. */
  public enum Decision {
    /** Answer yes. */
    YES,
    /** Answer no. */
    NO,
    /** Ask somebody at the terminal. */
    ASK
  }

  /** Copies the decisions. */
  public ApprovalPolicy {
    Map<String, Decision> lower = new TreeMap<>();
    decisions.forEach((environment, d) -> lower.put(environment.toLowerCase(Locale.ROOT), d));
    decisions = Map.copyOf(lower);
  }

  /** Returns a policy that asks about everything. */
  public static ApprovalPolicy askAll(String user) {
    return new ApprovalPolicy(Map.of(), user);
  }

  /** Returns this policy with one decision changed. */
  public ApprovalPolicy with(String environment, Decision decision) {
    Map<String, Decision> changed = new TreeMap<>(decisions);
    changed.put(environment.toLowerCase(Locale.ROOT), decision);
    return new ApprovalPolicy(changed, user);
  }

  /** Returns what to do about an environment; {@link Decision#ASK} unless told otherwise. */
  public Decision decisionFor(String environment) {
    return decisions.getOrDefault(environment.toLowerCase(Locale.ROOT), Decision.ASK);
  }
}
