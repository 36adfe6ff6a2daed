package io.jenkins.plugins.austa.sandbox.fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults of the API server in force, oldest first. */
public final class ApiFaults {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<ApiMatch> denied = new CopyOnWriteArrayList<>();

  private final Set<ApiMatch> seen = ConcurrentHashMap.newKeySet();

  private record Rule(ApiMatch match, ApiEffect effect, AtomicInteger left) {
    boolean take() {
      return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
  }

  /** Puts a fault in force for the next {@code times} requests it meets. */
  Fault add(ApiMatch match, ApiEffect effect, int times) {
    Rule rule = new Rule(match, effect, new AtomicInteger(times));
    rules.add(rule);
    return () -> rules.remove(rule);
  }

  /** Forbids requests; access reviews say so too. */
  Fault deny(ApiMatch match) {
    denied.add(match);
    return () -> denied.remove(match);
  }

  /** The effect on a request, counted as one use of the fault; empty for none. */
  public Optional<ApiEffect> meet(ApiMatch request) {
    seen.add(new ApiMatch(request.verb(), request.kind(), "", ""));
    return rules.stream()
        .filter(rule -> rule.match().matches(request) && rule.take())
        .map(Rule::effect)
        .findFirst();
  }

  /** Whether a request is allowed. */
  public boolean allows(ApiMatch request) {
    return denied.stream().noneMatch(match -> match.matches(request));
  }

  /** Whether everything is allowed. */
  public boolean deniesNothing() {
    return denied.isEmpty();
  }

  /** Verb and kind of every request so far. */
  Set<ApiMatch> seen() {
    return Set.copyOf(seen);
  }

  void clear() {
    rules.clear();
    denied.clear();
  }
}
