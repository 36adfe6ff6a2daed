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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at every write the moment it is stored, and remembers the first promise it breaks. Decides
 * from what is stored, never from what a process believes.
 */
final class Promises {

  private static final Set<Phase> MAY_REMOVE =
      EnumSet.of(Phase.RETIRING, Phase.DONE, Phase.REVERTING, Phase.REVERTED);

  private final World world;
  private final Truth truth;
  private final Map<String, Integer> switches = new HashMap<>();
  private Optional<RolloutRecord> record;
  private Violation broken;
  private final Set<ApiPath> edited = new HashSet<>();
  private final Set<ApiPath> writtenByRevert = new HashSet<>();
  private Map<String, Colour> carried;
  private boolean editedByHand;

  Promises(World world, Truth truth, Optional<RolloutRecord> record) {
    this.world = world;
    this.truth = truth;
    this.record = record;
    this.carried = truth.carries();
  }

  Optional<Violation> broken() {
    return Optional.ofNullable(broken);
  }

  Optional<RolloutRecord> record() {
    return record;
  }

  /** From here on nobody can promise what the record says about traffic. */
  void editedByHand(List<ApiPath> objects) {
    editedByHand = true;
    edited.addAll(objects);
    carried = truth.carries();
    world.slots.stream()
        .filter(slot -> slot.process != null)
        .forEach(slot -> slot.process.knowsOfEdit = false);
  }

  boolean wasEditedByHand(ApiPath object) {
    return edited.contains(object);
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
    if (world.entry.has(path)) {
      Map<String, Colour> was = carried;
      carried = truth.carries();
      writer.ifPresent(process -> entry(process, path, was, before == null));
    } else if (path.plural().equals("deployments")) {
      writer.ifPresent(process -> workload(process, path, before, after));
    } else if (path.equals(Site.record())) {
      record = Optional.of(world.read(after));
      if (record.get().phase() != Phase.REVERTING) {
        writtenByRevert.clear();
      }
      recordIsTrue("after a write of the record");
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

  private void entry(Process writer, ApiPath path, Map<String, Colour> was, boolean created) {
    RolloutRecord now = record.orElseThrow();
    Map<String, Colour> moved = new TreeMap<>(carried);
    moved.entrySet().removeAll(was.entrySet());
    Set<Colour> to = Set.copyOf(moved.values());
    boolean overtaken = mayComeTrue(now, path, to);
    if (!overtaken && now.phase() == Phase.REVERTING) {
      writtenByRevert.add(path);
    }
    if (was.equals(carried)) {
      return;
    }
    String what =
        "%s moved traffic from %s to %s while %s"
            .formatted(Slot.name(writer.slot.index), was, carried, said());
    boolean asRecorded =
        now.holder().equals(writer.slot.holder()) && destinations(now).containsAll(to);
    if (created && !asRecorded) {
      // The one write that the API knows no precondition for. There are no users yet to be harmed.
      editedByHand = true;
      return;
    }
    if (!overtaken && !asRecorded) {
      breaks(Promise.ONE_MOVER, what);
    }
    countSwitches(now, moved, what);
    for (RolloutService service : Site.TARGET.services()) {
      Colour colour = moved.get(service.name());
      if (colour != null && truth.ready(service, colour, world.now()) == 0) {
        breaks(Promise.ENTRY_LEADS_TO_PODS, what + ", but " + service.name() + " has no pod there");
      }
    }
    recordIsTrue("after a write of the entry");
  }

  private void countSwitches(RolloutRecord now, Map<String, Colour> moved, String what) {
    if (now.phase() != Phase.SWITCHING || editedByHand) {
      return;
    }
    moved.forEach(
        (service, colour) -> {
          if (colour == now.candidate().colour()
              && switches.merge(service + now.candidate().number(), 1, Integer::sum) > 1) {
            breaks(Promise.SWITCHED_ONCE, what);
          }
        });
  }

  /**
   * What a switch has sent without getting an answer may come true until its revert has written,
   * and what a revert has sent, after that has stopped.
   */
  private boolean mayComeTrue(RolloutRecord now, ApiPath path, Set<Colour> to) {
    return now.phase() == Phase.STOPPED
        || now.phase() == Phase.REVERTING
            && !writtenByRevert.contains(path)
            && either(now).containsAll(to)
            && to.contains(now.candidate().colour());
  }

  /** A switch of several objects that fails half way takes back what it has moved. */
  private Set<Colour> destinations(RolloutRecord now) {
    return switch (now.phase()) {
      case SWITCHING -> world.entry.isOneObject() ? colour(now.candidateRevision()) : either(now);
      case REVERTING -> colour(now.lastKnownGood());
      default -> Set.of();
    };
  }

  private static Set<Colour> either(RolloutRecord now) {
    Set<Colour> either = new HashSet<>(colour(now.lastKnownGood()));
    either.addAll(colour(now.candidateRevision()));
    return either;
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

  private boolean mayBeElsewhere(RolloutRecord now, Set<Colour> on) {
    return switch (now.phase()) {
      // A stop is because of a write that got no answer, or that nobody may make.
      case SWITCHING, REVERTING, STOPPED ->
          either(now).containsAll(on)
              && (on.size() == 1 || !world.entry.isOneObject())
              && (!on.isEmpty() || now.lastKnownGood().isEmpty());
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
