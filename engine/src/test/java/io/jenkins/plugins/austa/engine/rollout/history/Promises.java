package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.Revision;
import io.jenkins.plugins.austa.engine.rollout.RolloutRecord;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.history.Violation.Promise;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every write the moment it is stored, and remembers the first promise it breaks. Decides
 * from what is stored, never from what a process believes.
 */
final class Promises {

  private static final Set<Phase> MAY_REMOVE =
      EnumSet.of(Phase.RETIRING, Phase.DONE, Phase.REVERTING, Phase.REVERTED);

  private final World world;
  private final Truth truth;
  private final Map<Integer, Integer> switches = new HashMap<>();
  private Optional<RolloutRecord> record;
  private Violation broken;
  private boolean editedByHand;
  private boolean revertHasWritten;

  Promises(World world, Truth truth, Optional<RolloutRecord> record) {
    this.world = world;
    this.truth = truth;
    this.record = record;
  }

  Optional<Violation> broken() {
    return Optional.ofNullable(broken);
  }

  Optional<RolloutRecord> record() {
    return record;
  }

  /** From here on nobody can promise what the record says about traffic. */
  void editedByHand() {
    editedByHand = true;
    world.slots.stream()
        .filter(slot -> slot.process != null)
        .forEach(slot -> slot.process.knowsOfEdit = false);
  }

  boolean wasEditedByHand() {
    return editedByHand;
  }

  void breaks(Promise promise, String how) {
    if (broken == null) {
      broken = new Violation(promise, how);
    }
  }

  /**
   * @param writer empty when it was not a process but Helm, an autoscaler or a person
   */
  void stored(Optional<Process> writer, ApiPath path, ObjectNode before, ObjectNode after) {
    switch (path.plural()) {
      case "deployments" -> writer.ifPresent(process -> workload(process, path, before, after));
      case "configmaps" -> {
        Phase was = record.map(RolloutRecord::phase).orElse(Phase.IDLE);
        record = Optional.of(world.read(after));
        revertHasWritten &= was == Phase.REVERTING;
        recordIsTrue("after a write of the record");
      }
      case "ingresses" -> entry(writer, before, after);
      default -> {
        // Leases promise nothing.
      }
    }
  }

  private void workload(Process writer, ApiPath path, ObjectNode before, ObjectNode after) {
    Colour colour = Site.colourOf(path.name());
    int had = before == null ? 0 : Truth.replicas(before);
    int has = Truth.replicas(after);
    String what =
        "%s changed %s from %d to %d pods while traffic is on %s and %s"
            .formatted(
                Slot.name(writer.slot.index), path.name(), had, has, truth.carries(), said());
    boolean template =
        before == null || !before.at("/spec/template").equals(after.at("/spec/template"));
    // Nobody can know of an edit by hand between the last look at the entry and the write.
    boolean knows = !editedByHand || writer.knowsOfEdit;
    if (knows && truth.carries().containsValue(colour) && (has < had || template)) {
      breaks(Promise.CARRIER_UNTOUCHED, what);
    }
    if (has < had && !mayRemove(Truth.revision(after))) {
      breaks(Promise.WAY_BACK_KEPT, what);
    }
  }

  /** Says the rule once more in other words, so that it is not its own witness. */
  private boolean mayRemove(String revision) {
    RolloutRecord now = record.orElseThrow();
    return !is(now.activeRevision(), revision)
        && (MAY_REMOVE.contains(now.phase())
            || !is(now.candidateRevision(), revision) && !is(now.previousRevision(), revision));
  }

  private static boolean is(Optional<Revision> recorded, String revision) {
    return recorded.filter(one -> revision.equals(String.valueOf(one.number()))).isPresent();
  }

  private void entry(Optional<Process> writer, ObjectNode before, ObjectNode after) {
    Map<String, Colour> was = before == null ? Map.of() : Truth.carries(before);
    Map<String, Colour> is = Truth.carries(after);
    boolean overtaken = record.filter(now -> mayComeTrue(now, is)).isPresent();
    revertHasWritten |= !overtaken;
    if (writer.isEmpty() || was.equals(is)) {
      return;
    }
    String what =
        "%s moved traffic from %s to %s while %s"
            .formatted(Slot.name(writer.get().slot.index), was, is, said());
    Set<Colour> to = new HashSet<>(is.values());
    RolloutRecord now = record.orElseThrow();
    if (before == null && !to.equals(destination(now))) {
      // The one write that the API knows no precondition for. There are no users yet to be harmed.
      editedByHand = true;
      return;
    }
    boolean named = now.holder().equals(writer.get().slot.holder());
    if (!overtaken && (!named || !to.equals(destination(now)))) {
      breaks(Promise.ONE_MOVER, what);
    }
    if (now.phase() == Phase.SWITCHING && !editedByHand) {
      int times = switches.merge(now.candidate().number(), 1, Integer::sum);
      if (times > 1) {
        breaks(Promise.SWITCHED_ONCE, what);
      }
    }
    for (RolloutService service : Site.TARGET.services()) {
      if (truth.ready(service, is.get(service.name()), world.now()) == 0) {
        breaks(Promise.ENTRY_LEADS_TO_PODS, what + ", but " + service.name() + " has no pod there");
      }
    }
    recordIsTrue("after a write of the entry");
  }

  /**
   * What a switch has sent without getting an answer may come true until its revert has written,
   * and what a revert has sent, after that has stopped.
   */
  private boolean mayComeTrue(RolloutRecord now, Map<String, Colour> is) {
    Set<Colour> to = Set.copyOf(is.values());
    return now.phase() == Phase.STOPPED
        || now.phase() == Phase.REVERTING
            && !revertHasWritten
            && to.equals(colour(now.candidateRevision()));
  }

  private static Set<Colour> destination(RolloutRecord now) {
    return switch (now.phase()) {
      case SWITCHING -> colour(now.candidateRevision());
      case REVERTING -> colour(now.lastKnownGood());
      default -> Set.of();
    };
  }

  /** Looks at what is running where, too; whoever installs something calls this afterwards. */
  void recordIsTrue(String when) {
    if (editedByHand || record.isEmpty()) {
      return;
    }
    Set<Colour> on = new HashSet<>(truth.carries().values());
    RolloutRecord now = record.get();
    if (!on.equals(colour(now.activeRevision())) && !mayBeElsewhere(now, on)) {
      breaks(Promise.RECORD_TRUE, when + ": traffic is on " + on + " while " + said());
    }
    for (Colour colour : on) {
      revisionIs(now.activeRevision(), colour, when);
      revisionIs(now.candidateRevision(), colour, when);
    }
    now.previousRevision().ifPresent(one -> revisionIs(Optional.of(one), one.colour(), when));
  }

  private static boolean mayBeElsewhere(RolloutRecord now, Set<Colour> on) {
    return switch (now.phase()) {
      case SWITCHING -> on.equals(colour(now.candidateRevision()));
      // A stop is because of a write that got no answer, or that nobody may make.
      case REVERTING, STOPPED ->
          on.equals(colour(now.lastKnownGood())) || on.equals(colour(now.candidateRevision()));
      default -> false;
    };
  }

  /** A revision that the record has in a colour is what is installed there. */
  private void revisionIs(Optional<Revision> recorded, Colour colour, String when) {
    if (recorded.isEmpty() || recorded.get().colour() != colour) {
      return;
    }
    for (RolloutService service : Site.TARGET.services()) {
      String installed = truth.revision(service, colour).orElse("nothing");
      if (!installed.equals(String.valueOf(recorded.get().number()))) {
        breaks(
            Promise.RECORD_TRUE,
            "%s: %s on %s is revision %s while %s"
                .formatted(when, service.name(), colour, installed, said()));
      }
    }
  }

  private static Set<Colour> colour(Optional<Revision> revision) {
    return revision.map(one -> Set.of(one.colour())).orElse(Set.of());
  }

  private String said() {
    return record
        .map(
            now ->
                "the record of %s says %s, active %s, candidate %s, previous %s"
                    .formatted(
                        now.holder(),
                        now.phase(),
                        label(now.activeRevision()),
                        label(now.candidateRevision()),
                        label(now.previousRevision())))
        .orElse("there is no record");
  }

  private static String label(Optional<Revision> revision) {
    return revision.map(one -> one.number() + " on " + one.colour()).orElse("none");
  }
}
