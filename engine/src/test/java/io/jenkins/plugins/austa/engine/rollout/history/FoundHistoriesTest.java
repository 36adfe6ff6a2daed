package io.jenkins.plugins.austa.engine.rollout.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.jenkins.plugins.austa.engine.rollout.HistoryEngine;
import io.jenkins.plugins.austa.engine.rollout.Phase;
import io.jenkins.plugins.austa.engine.rollout.RolloutRecord;
import io.jenkins.plugins.austa.engine.rollout.history.ApiFault.Kind;
import io.jenkins.plugins.austa.engine.rollout.history.Op.Begin;
import io.jenkins.plugins.austa.engine.rollout.history.Op.Begin.Action;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What random histories once found, each at every point at which it could have happened, so that it
 * stays found when an operation makes other calls than it did then.
 */
public class FoundHistoriesTest {

  private static final Logger OPERATORS =
      Logger.getLogger("io.jenkins.plugins.austa.engine.rollout");
  private static final int FIRST = 0;
  private static final int SAME_BUILD = 1;
  private static final int OTHER = 2;
  private static final int MOST_CALLS = 45;
  private static final List<Interruption.Kind> STANDSTILLS =
      List.of(Interruption.Kind.STALL_BEFORE, Interruption.Kind.STALL_AFTER);

  private static Histories histories;

  @BeforeClass
  public static void everyFaultWouldBeLogged() {
    OPERATORS.setLevel(Level.OFF);
    histories = new Histories(new HistoryEngine());
  }

  @AfterClass
  public static void logAgain() {
    OPERATORS.setLevel(null);
  }

  @Test
  public void whoStoodStillInARetireTakesNoPodsFromWhatIsRolledOutNow() {
    everyStandstill(
        FIRST,
        Action.RETIRE,
        switched(FIRST, 2),
        List.of(new Op.Pass(61), prepare(OTHER, 3), install(OTHER), act(OTHER, Action.SWITCH)));
  }

  @Test
  public void whoStoodStillInARetireTakesNoPodsFromTheWayBack() {
    everyStandstill(
        FIRST,
        Action.RETIRE,
        switched(FIRST, 2),
        List.of(new Op.Pass(61), act(OTHER, Action.REVERT)));
  }

  @Test
  public void whoStoodStillInASwitchMovesNobodyAfterItWasTakenBack() {
    everyStandstill(
        FIRST,
        Action.SWITCH,
        prepared(FIRST, 2),
        List.of(new Op.Pass(61), act(OTHER, Action.REVERT)));
    everyStandstill(
        FIRST, Action.SWITCH, prepared(FIRST, 2), List.of(act(SAME_BUILD, Action.REVERT)));
  }

  @Test
  public void whoStoodStillInARevertDoesNotTakeBackWhatCameAfterIt() {
    List<Op> after = new ArrayList<>(List.of(new Op.Pass(61), act(OTHER, Action.REVERT)));
    after.addAll(switched(OTHER, 3));
    after.add(act(OTHER, Action.RETIRE));
    everyStandstill(FIRST, Action.REVERT, switched(FIRST, 2), after);
  }

  @Test
  public void aRevertOfWhatEndsMeanwhileFindsNothingToRevert() {
    everyStandstill(OTHER, Action.REVERT, switched(FIRST, 2), List.of(act(FIRST, Action.RETIRE)));
  }

  @Test
  public void aWayBackThatIsGoneOnWithIsNotInstalledOver() {
    List<Op> done = new ArrayList<>(switched(FIRST, 2));
    done.add(act(FIRST, Action.RETIRE));
    done.addAll(switched(FIRST, 3));
    done.add(act(FIRST, Action.RETIRE));
    everyStandstill(
        FIRST, Action.RETURN, done, List.of(prepare(SAME_BUILD, 2), install(SAME_BUILD)));
  }

  @Test
  public void aWriteOfTheEntryThatComesTrueLateMovesNobodyAfterARevert() {
    for (EntryKind entry : EntryKind.values()) {
      for (int overtakenBy : List.of(1, 5, 20, 60, 200)) {
        List<Op> ops = new ArrayList<>(prepared(FIRST, 2));
        ops.add(new Op.Inject(fault(Kind.LATE, "", 0, 3, overtakenBy)));
        for (String kind : List.of("ingresses", "httproutes", "services")) {
          ops.add(new Op.Inject(fault(Kind.LATE, kind, 0, 3, overtakenBy)));
        }
        ops.add(act(FIRST, Action.SWITCH));
        ops.add(act(FIRST, Action.REVERT));
        ops.addAll(switched(OTHER, 3));
        keeps(new History(entry, true, false, true, ops));
      }
    }
  }

  @Test
  public void aWriteOfTheRecordWhoseAnswerIsLostIsNotTakenForSomebodyElses() {
    for (Kind kind : List.of(Kind.ANSWER_LOST, Kind.REPEATED)) {
      for (int write = 0; write < 10; write++) {
        List<Op> ops = new ArrayList<>();
        ops.add(new Op.Inject(fault(kind, "configmaps", write, 1, 0)));
        ops.addAll(switched(FIRST, 2));
        ops.add(act(FIRST, Action.RETIRE));

        RolloutRecord record = ended(ops);

        assertEquals("write " + write, Phase.DONE, record.phase());
        assertEquals("write " + write, 2, record.active().number());
      }
    }
  }

  @Test
  public void aStopSaysWhereTrafficIsEvenIfTheRecordOfTheMoveWasLost() {
    for (int write = 0; write < 10; write++) {
      List<Op> ops = new ArrayList<>();
      ops.add(new Op.Inject(fault(Kind.LOST, "configmaps", write, 1, 0)));
      ops.addAll(switched(FIRST, 2));
      keeps(new History(EntryKind.INGRESS, false, false, true, ops));
    }
  }

  @Test
  public void aClusterThatFailsBetweenSwitchAndVerificationLeavesNobodyOnWhatIsNotVerified() {
    Set<Phase> halfWay = EnumSet.of(Phase.SWITCHING, Phase.VERIFYING, Phase.REVERTING);
    for (int call = 0; call < MOST_CALLS; call++) {
      List<Op> ops = new ArrayList<>(prepared(FIRST, 2));
      ops.add(new Op.Inject(new ApiFault(Kind.ERROR, "", false, call, 1, 0)));
      ops.add(act(FIRST, Action.SWITCH));

      assertFalse("call " + call, halfWay.contains(ended(ops).phase()));
    }
  }

  @Test
  public void aClockThatIsSetBackMakesNobodyWaitLonger() {
    everyStandstill(
        FIRST,
        Action.CHECK,
        List.of(new Op.Clock(FIRST, 3600), prepare(FIRST, 2), install(FIRST)),
        List.of(new Op.Clock(FIRST, 0)));
  }

  /** Lets a process stand still before and after each of its calls. */
  private static void everyStandstill(
      int slot, Action action, List<Op> before, List<Op> meanwhile) {
    for (EntryKind entry : List.of(EntryKind.INGRESS, EntryKind.SERVICE)) {
      for (int call = 1; call <= MOST_CALLS; call++) {
        for (Interruption.Kind kind : STANDSTILLS) {
          List<Op> ops = new ArrayList<>(before);
          ops.add(new Begin(slot, action, 2, new Interruption(kind, call)));
          ops.addAll(meanwhile);
          ops.add(new Op.Wake(slot));
          keeps(new History(entry, true, false, false, ops));
        }
      }
    }
  }

  private static void keeps(History history) {
    Optional<Counterexample> broken = histories.broken(history);
    assertEquals(Optional.empty(), broken);
  }

  /** What is recorded when all of it has happened. */
  private static RolloutRecord ended(List<Op> ops) {
    History history = new History(EntryKind.INGRESS, true, false, false, ops);
    keeps(history);
    return histories.recordAfter(history);
  }

  private static ApiFault fault(Kind kind, String plural, int skip, int times, int overtakenBy) {
    return new ApiFault(kind, plural, true, skip, times, overtakenBy);
  }

  private static List<Op> switched(int slot, int version) {
    List<Op> ops = new ArrayList<>(prepared(slot, version));
    ops.add(act(slot, Action.SWITCH));
    return ops;
  }

  private static List<Op> prepared(int slot, int version) {
    return List.of(prepare(slot, version), install(slot));
  }

  private static Op prepare(int slot, int version) {
    return new Begin(slot, Action.PREPARE, version, Interruption.NONE);
  }

  private static Op install(int slot) {
    return new Op.Install(slot, Health.WELL, false);
  }

  private static Op act(int slot, Action action) {
    return new Begin(slot, action, 2, Interruption.NONE);
  }
}
