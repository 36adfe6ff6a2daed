package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an object is to be deleted.
 *
 * @param uid only this incarnation of the object, empty for any
 * @param resourceVersion only this state of the object, empty for any
 * @param immediate whether a pod goes at once, without ending its requests
 * @param orphan whether what the object owns stays
 * @param foreground whether what the object owns goes first
 * @param dryRun whether nothing is to be changed
 */
public record DeleteOptions(
    String uid,
    String resourceVersion,
    boolean immediate,
    boolean orphan,
    boolean foreground,
    boolean dryRun) {

  /** Plain deletion: a pod ends gracefully, dependents are collected. */
  public static final DeleteOptions PLAIN = new DeleteOptions("", "", false, false, false, false);

  /** What the object owns goes first, and so on down. */
  public static final DeleteOptions FOREGROUND =
      new DeleteOptions("", "", false, false, true, false);

  /** The same with a pod going at once. */
  DeleteOptions withImmediate() {
    return new DeleteOptions(uid, resourceVersion, true, orphan, foreground, dryRun);
  }

  static DeleteOptions read(JsonNode body, boolean dryRun) {
    JsonNode preconditions = body.path("preconditions");
    return new DeleteOptions(
        preconditions.path("uid").asText(""),
        preconditions.path("resourceVersion").asText(""),
        body.path("gracePeriodSeconds").asInt(-1) == 0,
        body.path("propagationPolicy").asText("").equals("Orphan"),
        body.path("propagationPolicy").asText("").equals("Foreground"),
        dryRun || !body.path("dryRun").isEmpty());
  }
}
