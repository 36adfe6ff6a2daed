package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.List;

/**
 * One step of a history. Every step can be taken at any moment: where it makes no sense it does
 * nothing, so that any part of a history is a history.
 */
sealed interface Op {

  /** The same with less to it, for a shorter counter-example; each of them is tried. */
  default List<Op> simpler() {
    return List.of();
  }

  /** A process begins an operation of a rollout and goes on until it is over or interrupted. */
  record Begin(int slot, Action action, int version, Interruption interruption) implements Op {

    /** The operations there are. */
    enum Action {
      PREPARE,
      CHECK,
      SWITCH,
      RETIRE,
      REVERT,
      /** Back to the previous revision after a rollout is done. */
      RETURN
    }

    @Override
    public List<Op> simpler() {
      if (interruption.kind() == Interruption.Kind.NONE) {
        return List.of();
      }
      Op calm = new Begin(slot, action, version, Interruption.NONE);
      if (interruption.call() == 1) {
        return List.of(calm);
      }
      return List.of(
          calm,
          new Begin(
              slot,
              action,
              version,
              new Interruption(interruption.kind(), interruption.call() - 1)));
    }

    @Override
    public String toString() {
      String what = action == Action.PREPARE ? "prepare v" + version : action.name().toLowerCase();
      return Slot.name(slot) + ": " + what + interruption;
    }
  }

  /** Helm installs what the process has prepared. */
  record Install(int slot, Health health, boolean partly) implements Op {
    @Override
    public List<Op> simpler() {
      if (partly) {
        return List.of(new Install(slot, health, false));
      }
      return health == Health.WELL ? List.of() : List.of(new Install(slot, Health.WELL, false));
    }

    @Override
    public String toString() {
      return Slot.name(slot)
          + ": helm installs "
          + (partly ? "the first service only" : "the candidate, which " + health);
    }
  }

  /** A process that stands still goes on. */
  record Wake(int slot) implements Op {
    @Override
    public String toString() {
      return Slot.name(slot) + ": goes on";
    }
  }

  /** SIGKILL. */
  record Kill(int slot) implements Op {
    @Override
    public String toString() {
      return Slot.name(slot) + ": is killed";
    }
  }

  /** Somebody aborts what the process is doing. */
  record Cancel(int slot) implements Op {
    @Override
    public String toString() {
      return Slot.name(slot) + ": is aborted";
    }
  }

  /** The process is done with its rollout. */
  record Close(int slot) implements Op {
    @Override
    public String toString() {
      return Slot.name(slot) + ": close";
    }
  }

  /** Time passes for everybody. */
  record Pass(int seconds) implements Op {
    @Override
    public String toString() {
      return seconds + " s pass";
    }
  }

  /** The clock of a process is from now on this far from the true time. */
  record Clock(int slot, int seconds) implements Op {
    @Override
    public String toString() {
      return Slot.name(slot) + ": its clock is " + seconds + " s ahead";
    }
  }

  /** The API server misbehaves. */
  record Inject(ApiFault fault) implements Op {
    @Override
    public String toString() {
      return fault.toString();
    }
  }

  /** The API server is well again. */
  record Repair() implements Op {
    @Override
    public String toString() {
      return "the API server is well again";
    }
  }

  /** The autoscaler of the colour that carries traffic gives it this many pods a service. */
  record Autoscale(int replicas) implements Op {
    @Override
    public String toString() {
      return "the autoscaler wants " + replicas + " pods";
    }
  }

  /** A person points the entry, or one of its paths, to the colour that it is not on. */
  record EditEntry(boolean wholly) implements Op {
    @Override
    public String toString() {
      return "somebody points "
          + (wholly ? "the entry" : "one path of the entry")
          + " to the other colour by hand";
    }
  }
}
