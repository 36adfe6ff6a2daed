package io.jenkins.plugins.austa.sandbox.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which workload a pod runs: the first whose condition holds, {@link DefaultWorkload} otherwise.
 */
public final class Workloads {
  private final List<Choice> choices = new ArrayList<>();

  private record Choice(Predicate<PodIdentity> condition, Workload.Factory factory) {}

  /** Adds a choice after the ones there are. */
  public Workloads add(Predicate<PodIdentity> condition, Workload.Factory factory) {
    choices.add(new Choice(condition, factory));
    return this;
  }

  /** The factory for a pod; never null. */
  public Workload.Factory of(PodIdentity identity) {
    return choices.stream()
        .filter(choice -> choice.condition().test(identity))
        .map(Choice::factory)
        .findFirst()
        .orElse(DefaultWorkload::new);
  }
}
