package io.jenkins.plugins.austa.engine.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What has to hold before a rollout begins. Pure; each check throws with what is wrong and what to
 * do.
 */
final class Preflight {

  private Preflight() {}

  /**
   * @throws EntryRefusedException if the entry is not what the record says it is
   */
  static void entryFits(RolloutRecord record, EntryState entry, String name) {
    if (isBeingCreated(record, entry)) {
      return;
    }
    Optional<String> trouble = entry.trouble();
    if (trouble.isPresent()) {
      boolean stopped = entry.halfMoved() && record.phase() == Phase.STOPPED;
      throw new EntryRefusedException(
          name,
          trouble.get(),
          stopped
              ? "A rollout stopped in the middle of moving it. Revert that one, which takes all services"
                  + " back, then run again."
              : "Undo what was edited by hand, or move it to an object of its own, then run again.");
    }
    Optional<Revision> active = record.activeRevision();
    if (active.isEmpty() && !entry.missing()) {
      throw new EntryRefusedException(
          name,
          "it exists although no revision has ever been rolled out by the record",
          "Delete it if it carries no traffic, or restore the lost ConfigMap with the record.");
    }
    if (active.isPresent() && entry.missing()) {
      throw new EntryRefusedException(
          name,
          "it is missing although " + active.get().label() + " is active",
          "Create it again with its services on " + active.get().colour() + ", then run again.");
    }
    if (active.isPresent() && !entry.colour().equals(active.map(Revision::colour))) {
      throw new EntryRefusedException(
          name,
          "it carries "
              + entry.colour().orElseThrow()
              + " although "
              + active.get().label()
              + " is active",
          "Point it back to " + active.get().colour() + ", then run again.");
    }
  }

  /** Whether a crash has cut off the first move ever, which makes the entry object by object. */
  private static boolean isBeingCreated(RolloutRecord record, EntryState entry) {
    return record.phase() == Phase.SWITCHING
        && record.activeRevision().isEmpty()
        && entry.halfMoved()
        && !entry.carries(record.candidate().colour().other());
  }

  /**
   * @param warn gets what makes nobody refuse
   * @throws PreflightException with all that speaks against the way to the services
   */
  static void routeFits(List<EntryFinding> findings, Consumer<String> warn) {
    List<String> refusals = new ArrayList<>();
    for (EntryFinding finding : findings) {
      if (finding.refuses()) {
        refusals.add(finding.text());
      } else {
        warn.accept("Warning: " + finding.text());
      }
    }
    if (!refusals.isEmpty()) {
      throw new PreflightException(String.join(" ", refusals));
    }
  }

  /**
   * @throws PreflightException if a service would have no image
   */
  static void imagesComplete(RolloutTarget target, Map<String, String> images) {
    List<String> without =
        target.services().stream()
            .map(RolloutService::name)
            .filter(service -> !images.containsKey(service))
            .toList();
    if (!without.isEmpty()) {
      throw new PreflightException(
          "There is no image for "
              + String.join(", ", without)
              + " and no earlier revision to take it from. Build it, then run again.");
    }
  }

  /**
   * @throws PreflightException if the candidate would need more pods than allowed beside those that
   *     serve
   */
  static void surgeFits(Map<String, Integer> replicas, int maxSurge) {
    int needed = replicas.values().stream().mapToInt(Integer::intValue).sum();
    if (needed > maxSurge) {
      throw new PreflightException(
          "The candidate needs "
              + needed
              + " pods beside those that serve, more than maxSurgeReplicas "
              + maxSurge
              + ". With fewer it could not carry the traffic; raise the limit or roll out when less is going on.");
    }
  }
}
