package io.jenkins.plugins.austa.sandbox.fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The faults of the API server in force, oldest first. */
public final class ApiFaults {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<ApiMatch> denied = new CopyOnWriteArrayList<>();
  private final List<Cut> cuts = new CopyOnWriteArrayList<>();
  private final List<String> expired = new CopyOnWriteArrayList<>();
  private final Set<ApiMatch> seen = ConcurrentHashMap.newKeySet();

  private record Cut(String token, Partition kind) {}

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

  /** Cuts a client off; an empty token stands for all. */
  Fault cut(String token, Partition kind) {
    Cut cut = new Cut(token, kind);
    cuts.add(cut);
    return () -> cuts.remove(cut);
  }

  Fault expire(String token) {
    expired.add(token);
    return () -> expired.remove(token);
  }

  /** Who is cut off now. */
  Set<String> cutOff() {
    return cuts.stream().map(Cut::token).collect(Collectors.toSet());
  }

  /** How a client is cut off; empty when it is not. */
  public Optional<Partition> partition(String token) {
    return cuts.stream()
        .filter(cut -> cut.token().isEmpty() || cut.token().equals(token))
        .map(Cut::kind)
        .findFirst();
  }

  /** Whether a token is no longer good. */
  public boolean isExpired(String token) {
    return expired.contains(token);
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
    cuts.clear();
    expired.clear();
  }
}
