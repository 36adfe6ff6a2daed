package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What must hold of an object for a write to it to be carried out. */
final class Preconditions {
  private static final Set<String> VERSIONED = Set.of("Lease", "PodDisruptionBudget");

  private Preconditions() {}

  /**
   * Refuses an update for another object, of another version, or of another incarnation.
   *
   * @param wanted as sent; without version or uid it is for whatever there is
   */
  static void checkUpdate(ResourcePath path, ObjectNode current, ObjectNode wanted) {
    if (!(wanted.path("metadata") instanceof ObjectNode metadata)) {
      throw ApiException.badRequest("the object has no metadata");
    }
    JsonNode have = current.path("metadata");
    String name = metadata.path("name").asText(path.name());
    if (!name.equals(path.name())) {
      throw ApiException.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + path.name()
              + ")");
    }
    String version = metadata.path("resourceVersion").asText("");
    if (!version.isEmpty() && !version.equals(have.path("resourceVersion").asText())) {
      throw ApiException.conflict(
          path,
          "the object has been modified; please apply your changes to the latest version and try"
              + " again");
    }
    String uid = metadata.path("uid").asText("");
    if (!uid.isEmpty() && !uid.equals(have.path("uid").asText())) {
      throw ApiException.conflict(
          path,
          "Precondition failed: UID in precondition: "
              + uid
              + ", UID in object meta: "
              + have.path("uid").asText());
    }
  }

  /**
   * Refuses a replacement that does not say what it replaces, where the type wants that: custom
   * resources, leases and disruption budgets.
   */
  static void checkReplacement(Kind kind, ResourcePath path, ObjectNode wanted) {
    boolean versioned = Kinds.isCustom(kind) || VERSIONED.contains(kind.kind());
    String version = wanted.path("metadata").path("resourceVersion").asText("");
    if (versioned && version.isEmpty() && path.subresource().isEmpty()) {
      throw ApiException.invalid(
          kind.qualifiedPlural(),
          path.name(),
          "metadata.resourceVersion: Invalid value: 0x0: must be specified for an update");
    }
  }

  /** Refuses a deletion whose preconditions do not hold. */
  static void checkDeletion(ResourcePath path, ObjectNode current, DeleteOptions options) {
    JsonNode have = current.path("metadata");
    boolean sameUid = options.uid().isEmpty() || options.uid().equals(have.path("uid").asText());
    boolean sameVersion =
        options.resourceVersion().isEmpty()
            || options.resourceVersion().equals(have.path("resourceVersion").asText());
    if (!sameUid || !sameVersion) {
      throw ApiException.conflict(
          path, "the preconditions of the deletion are not met by the object as it is");
    }
  }
}
