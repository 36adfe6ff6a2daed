package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuable;
import java.io.Serializable;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The strands of a program and how they nest: a strand lies inside the strand whose step runs it.
 * Used on the program's thread only.
 */
final class ProgramThreads implements Serializable {
  private static final long serialVersionUID = 1L;

  private final NavigableMap<Integer, ProgramThread> threads = new TreeMap<>();
  private int nextId;

  ProgramThread add(
      HostStepContext owner, HostBodyExecution body, ContextVariables variables, Continuable code) {
    ProgramThread thread = new ProgramThread(nextId++, owner, body, variables, code);
    threads.put(thread.id(), thread);
    return thread;
  }

  void remove(ProgramThread thread) {
    threads.remove(thread.id());
  }

  boolean isEmpty() {
    return threads.isEmpty();
  }

  /** Returns the strand with this number, null when it has ended. */
  ProgramThread get(int id) {
    return threads.get(id);
  }

  /** Returns a strand that can go on, taking turns after {@code previous}; null when all wait. */
  ProgramThread nextRunnable(ProgramThread previous) {
    int after = previous == null ? -1 : previous.id();
    for (ProgramThread thread : threads.tailMap(after, false).values()) {
      if (thread.runnable()) {
        return thread;
      }
    }
    for (ProgramThread thread : threads.headMap(after, true).values()) {
      if (thread.runnable()) {
        return thread;
      }
    }
    return null;
  }

  /** Returns the strands that wait for no body of theirs, latest first. */
  List<ProgramThread> leaves() {
    return threads.descendingMap().values().stream().filter(t -> !isParent(t)).toList();
  }

  /** Returns the {@link #leaves()} that run, at whatever depth, in a body of {@code step}. */
  List<ProgramThread> leavesIn(HostStepContext step) {
    return leaves().stream().filter(leaf -> within(leaf, at -> at.owner() == step)).toList();
  }

  /** Returns the {@link #leaves()} inside the strand {@code id}, itself included. */
  List<ProgramThread> leavesUnder(int id) {
    return leaves().stream().filter(leaf -> within(leaf, at -> at.id() == id)).toList();
  }

  List<StepExecution> stepsUnder(int id) {
    return leavesUnder(id).stream().map(ProgramThread::step).filter(Objects::nonNull).toList();
  }

  boolean hasBodies(HostStepContext step) {
    return threads.values().stream().anyMatch(thread -> thread.owner() == step);
  }

  private boolean isParent(ProgramThread thread) {
    return threads.values().stream()
        .anyMatch(t -> t.owner() != null && t.owner().threadId() == thread.id());
  }

  private boolean within(ProgramThread leaf, Predicate<ProgramThread> wanted) {
    ProgramThread at = leaf;
    while (at != null) {
      if (wanted.test(at)) {
        return true;
      }
      at = at.owner() == null ? null : threads.get(at.owner().threadId());
    }
    return false;
  }
}
