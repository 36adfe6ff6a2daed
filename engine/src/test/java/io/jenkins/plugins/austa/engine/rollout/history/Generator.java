package io.jenkins.plugins.austa.engine.rollout.history;

import io.jenkins.plugins.austa.engine.rollout.history.Interruption.Kind;
import io.jenkins.plugins.austa.engine.rollout.history.Op.Begin;
import io.jenkins.plugins.austa.engine.rollout.history.Op.Begin.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up histories out of three things: a build that does one step after the other, as pipelines
 * do; a process that stands still in the middle of a step while others go on; anything at all.
 * Steps that are drawn evenly hardly ever get as far as a switch, and never into a race.
 */
final class Generator {

  private static final int LONGEST = 16;
  private static final int BUILDS = Slot.LAST;
  private static final int VERSIONS = 3;
  private static final List<String> KINDS =
      List.of("", "ingresses", "httproutes", "services", "configmaps", "leases", "deployments");
  private static final List<Action> IN_ORDER =
      List.of(Action.PREPARE, Action.CHECK, Action.SWITCH, Action.RETIRE, Action.RETURN);

  private final Random random;
  private final List<Op> ops = new ArrayList<>();

  private Generator(long seed) {
    // Neighbouring seeds would begin alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  static History history(long seed) {
    return new Generator(seed).history();
  }

  private History history() {
    EntryKind entry = EntryKind.values()[random.nextInt(EntryKind.values().length)];
    boolean serving = chance(85);
    boolean holds = chance(20);
    int length = 3 + random.nextInt(LONGEST - 3);
    while (ops.size() < length) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> build(slot(), random.nextInt(7), 15);
        case 3, 4, 5 -> overtaken();
        default -> ops.add(anything());
      }
    }
    return new History(
        entry, serving, holds, chance(25), ops.subList(0, Math.min(LONGEST, ops.size())));
  }

  /**
   * The first steps of a rollout.
   *
   * @param percent how often one of them is interrupted
   */
  private void build(int slot, int steps, int percent) {
    int version = version();
    for (int step = 0; step < steps; step++) {
      switch (step) {
        case 0 -> ops.add(new Begin(slot, Action.PREPARE, version, interruption(percent, 15)));
        case 1 -> ops.add(new Op.Install(slot, health(), chance(4)));
        case 2 -> ops.add(new Begin(slot, Action.CHECK, version, interruption(percent, 15)));
        case 3 -> ops.add(new Begin(slot, Action.SWITCH, version, interruption(percent, 40)));
        case 4 -> {
          Action last = chance(75) ? Action.RETIRE : Action.REVERT;
          ops.add(new Begin(slot, last, version, interruption(percent, 20)));
        }
        case 5 -> {
          Action last = chance(50) ? Action.RETURN : Action.RETIRE;
          ops.add(new Begin(slot, last, version, interruption(percent, 60)));
        }
        default -> ops.add(between());
      }
    }
  }

  /** Somebody stands still, or has sent something that takes its time, while others go on. */
  private void overtaken() {
    int slot = slot();
    Action action = IN_ORDER.get(random.nextInt(IN_ORDER.size()));
    if (chance(80)) {
      build(slot, List.of(0, 2, 3, 4, 5).get(IN_ORDER.indexOf(action)), 0);
    }
    if (action == Action.RETIRE && chance(40)) {
      action = Action.REVERT;
    }
    Kind kind = chance(50) ? Kind.STALL_BEFORE : Kind.STALL_AFTER;
    if (chance(20)) {
      ops.add(new Op.Inject(fault()));
      kind = chance(50) ? Kind.NONE : Kind.CRASH_AFTER;
    }
    ops.add(
        new Begin(
            slot, action, version(), new Interruption(kind, 1 + random.nextInt(calls(action)))));
    meanwhile();
    ops.add(new Op.Wake(slot));
  }

  /** About how many an operation makes. */
  private static int calls(Action action) {
    return switch (action) {
      case PREPARE -> 12;
      case SWITCH -> 40;
      case RETURN -> 80;
      default -> 22;
    };
  }

  private void meanwhile() {
    int other = slot();
    if (chance(75)) {
      ops.add(new Op.Pass(61));
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> ops.add(new Begin(other, Action.REVERT, 2, interruption(15, 20)));
      case 3 -> ops.add(new Begin(other, Action.RETURN, 2, interruption(15, 60)));
      case 2 -> ops.add(new Op.EditEntry(chance(80)));
      default -> build(other, 1 + random.nextInt(5), 5);
    }
  }

  private Op anything() {
    return chance(60) ? begin() : between();
  }

  private Op begin() {
    Action[] actions = Action.values();
    return new Begin(
        slot(), actions[random.nextInt(actions.length)], version(), interruption(40, 40));
  }

  private Op between() {
    return switch (random.nextInt(11)) {
      case 0 -> new Op.Wake(slot());
      case 1 -> new Op.Kill(slot());
      case 2 -> chance(50) ? new Op.Cancel(slot()) : new Op.Close(slot());
      case 3, 4 -> new Op.Pass(List.of(1, 5, 30, 61, 61, 200).get(random.nextInt(6)));
      case 5 -> new Op.Clock(slot(), List.of(-3600, -90, -30, 30, 90, 3600).get(random.nextInt(6)));
      case 6, 7 -> new Op.Inject(fault());
      case 8 -> chance(60) ? new Op.Repair() : new Op.EditEntry(chance(70));
      case 9 -> new Op.Autoscale(1 + random.nextInt(5));
      default -> new Op.Install(slot(), health(), false);
    };
  }

  private Interruption interruption(int percent, int calls) {
    if (!chance(percent)) {
      return Interruption.NONE;
    }
    Kind[] kinds = Kind.values();
    return new Interruption(kinds[1 + random.nextInt(kinds.length - 1)], 1 + random.nextInt(calls));
  }

  private Health health() {
    return chance(70) ? Health.WELL : Health.values()[random.nextInt(Health.values().length)];
  }

  private ApiFault fault() {
    ApiFault.Kind[] kinds = ApiFault.Kind.values();
    int times = chance(70) ? 1 : chance(70) ? 2 + random.nextInt(3) : ApiFault.FOREVER;
    return new ApiFault(
        kinds[random.nextInt(kinds.length)],
        KINDS.get(random.nextInt(KINDS.size())),
        chance(80),
        chance(50) ? 0 : random.nextInt(6),
        times,
        List.of(3, 12, 40, 120).get(random.nextInt(4)));
  }

  private int slot() {
    return chance(50) ? 0 : random.nextInt(BUILDS);
  }

  private int version() {
    return 2 + random.nextInt(VERSIONS);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
