package io.jenkins.plugins.austa.engine.rollout;

/**
 * Something about the way to the services that makes a switch lose requests or fail.
 *
 * @param refuses whether a rollout must not begin; else users are told and it goes on
 * @param text what is so and what to do, whole sentences
 */
public record EntryFinding(boolean refuses, String text) {

  public static EntryFinding refusal(String text) {
    return new EntryFinding(true, text);
  }

  public static EntryFinding warning(String text) {
    return new EntryFinding(false, text);
  }
}
