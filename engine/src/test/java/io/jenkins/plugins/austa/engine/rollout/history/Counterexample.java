package io.jenkins.plugins.austa.engine.rollout.history;

import java.util.List;

/**
 * A history by which a promise is broken, as short as it could be made.
 *
 * @param seed makes the longer history that this one was found in
 * @param promise the broken one, in the words of the documentation
 * @param how what happened in the moment it broke
 * @param history what led to it
 * @param trace the same with every request to the API server
 */
public record Counterexample(
    long seed, String promise, String how, History history, List<String> trace) {

  /** How many steps lead to it. */
  public int length() {
    return history.ops().size();
  }

  @Override
  public String toString() {
    return """
        Broken: %s.
        %s
        History, again with -Daustahistories.seed=%d -Daustahistories.count=1:
        %s
        Request by request:
        %s
        """
        .formatted(promise, how, seed, history, String.join("\n", trace));
  }
}
