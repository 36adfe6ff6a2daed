package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an object is to be deleted.
 *
 * @param uid only this incarnation of the object, empty for any
 * @param resourceVersion only this state of the object, empty for any
 * @param graceSeconds how long a pod has to end its requests, 0 for no time, negative for what the
 *     pod itself wants
 * @param orphan whether what the object owns stays
 * @param foreground whether what the object owns goes first
 * @param dryRun whether nothing is to be changed
 */
public record DeleteOptions(
    String uid,
    String resourceVersion,
    int graceSeconds,
    boolean orphan,
    boolean foreground,
    boolean dryRun) {

  /** Plain deletion: a pod ends gracefully, dependents are collected. */
  public static final DeleteOptions PLAIN = new DeleteOptions("", "", -1, false, false, false);

  /** What the object owns goes first, and so on down. */
  public static final DeleteOptions FOREGROUND = new DeleteOptions("", "", -1, false, true, false);

  /** The same with so much time for a pod. */
  DeleteOptions withGrace(int seconds) {
    return new DeleteOptions(uid, resourceVersion, seconds, orphan, foreground, dryRun);
  }

  static DeleteOptions read(JsonNode body, boolean dryRun) {
    JsonNode preconditions = body.path("preconditions");
    return new DeleteOptions(
        preconditions.path("uid").asText(""),
        preconditions.path("resourceVersion").asText(""),
        body.path("gracePeriodSeconds").asInt(-1),
        body.path("propagationPolicy").asText("").equals("Orphan"),
        body.path("propagationPolicy").asText("").equals("Foreground"),
        dryRun || !body.path("dryRun").isEmpty());
  }
}
