package io.jenkins.plugins.austa.engine.health;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Several signals looked at together, one after the other; the worst of their verdicts is the
 * verdict.
 */
public final class AllOf implements Signal {

  private final List<Signal> signals;

  public AllOf(Signal... signals) {
    this(List.of(signals));
  }

  public AllOf(List<Signal> signals) {
    if (signals.isEmpty()) {
      throw new IllegalArgumentException("Nothing to look at: no signal is no health");
    }
    this.signals = List.copyOf(signals);
  }

  @Override
  public String name() {
    return String.join("+", signals.stream().map(Signal::name).toList());
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return signals.stream().map(Signal::judge).toList().stream()
        .reduce((before, next) -> before.thenCombine(next, AllOf::worse))
        .orElseThrow();
  }

  private static SignalVerdict worse(SignalVerdict before, SignalVerdict next) {
    return badness(before) > badness(next) ? before : next;
  }

  private static int badness(SignalVerdict verdict) {
    if (verdict instanceof SignalVerdict.Failed) {
      return 3;
    }
    if (verdict instanceof SignalVerdict.Pending) {
      return 2;
    }
    return verdict instanceof SignalVerdict.Inconclusive ? 1 : 0;
  }
}
