package io.jenkins.plugins.austa.sandbox.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The faults of pods in force; each meets the pods whose labels contain all of its own. */
public final class PodFaults {

  private enum Effect {
    NEVER_READY,
    CRASH_LOOP,
    ERRORS,
    SLOW,
    NO_WEB_SOCKETS,
    NO_IMAGE
  }

  private record Rule(
      Effect effect, Map<String, String> labels, int everyNth, Duration delay, AtomicLong met) {}

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  Fault neverReady(Map<String, String> labels) {
    return add(Effect.NEVER_READY, labels, 0, Duration.ZERO);
  }

  Fault crashLoop(Map<String, String> labels) {
    return add(Effect.CRASH_LOOP, labels, 0, Duration.ZERO);
  }

  Fault noImage(Map<String, String> labels) {
    return add(Effect.NO_IMAGE, labels, 0, Duration.ZERO);
  }

  Fault noWebSockets(Map<String, String> labels) {
    return add(Effect.NO_WEB_SOCKETS, labels, 0, Duration.ZERO);
  }

  Fault errors(Map<String, String> labels, int everyNth) {
    if (everyNth < 1) {
      throw new IllegalArgumentException("everyNth must be at least 1, not " + everyNth);
    }
    return add(Effect.ERRORS, labels, everyNth, Duration.ZERO);
  }

  Fault slow(Map<String, String> labels, Duration delay) {
    return add(Effect.SLOW, labels, 0, delay);
  }

  void clear() {
    rules.clear();
  }

  /** Whether a pod's readiness probe must fail. */
  public boolean isNeverReady(Map<String, String> podLabels) {
    return inForce(Effect.NEVER_READY, podLabels);
  }

  /** Whether a pod's container must not stay up. */
  public boolean isCrashLooping(Map<String, String> podLabels) {
    return inForce(Effect.CRASH_LOOP, podLabels);
  }

  /** Whether a pod's image cannot be pulled. */
  public boolean hasNoImage(Map<String, String> podLabels) {
    return inForce(Effect.NO_IMAGE, podLabels);
  }

  /** Whether a pod answers 404 to those who ask for a WebSocket. */
  public boolean refusesWebSockets(Map<String, String> podLabels) {
    return inForce(Effect.NO_WEB_SOCKETS, podLabels);
  }

  /** Whether this request from the public entry must fail; asking counts the request. */
  public boolean failsNow(Map<String, String> podLabels) {
    boolean fails = false;
    for (Rule rule : rules) {
      if (rule.effect() == Effect.ERRORS && meets(rule, podLabels)) {
        fails |= rule.met().incrementAndGet() % rule.everyNth() == 0;
      }
    }
    return fails;
  }

  /** How much later a pod answers; zero for none, the longest of several. */
  public Duration delay(Map<String, String> podLabels) {
    return rules.stream()
        .filter(rule -> rule.effect() == Effect.SLOW && meets(rule, podLabels))
        .map(Rule::delay)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Fault add(Effect effect, Map<String, String> labels, int everyNth, Duration delay) {
    Rule rule = new Rule(effect, Map.copyOf(labels), everyNth, delay, new AtomicLong());
    rules.add(rule);
    return () -> rules.remove(rule);
  }

  private boolean inForce(Effect effect, Map<String, String> podLabels) {
    return rules.stream().anyMatch(rule -> rule.effect() == effect && meets(rule, podLabels));
  }

  private static boolean meets(Rule rule, Map<String, String> podLabels) {
    return podLabels.entrySet().containsAll(rule.labels().entrySet());
  }
}
