package io.jenkins.plugins.austa.engine.rollout;

import java.util.Optional;

/** What the rollout itself cannot know about a revision to go back to. */
@FunctionalInterface
public interface ReturnChecks {

  /**
   * Asked before anything is touched. Blocks.
   *
   * @param back the revision as it is recorded
   * @param kept whether it is still installed, so that its pods only have to be scaled up
   * @return why it cannot be gone back to, a clause without its full stop; empty when it can
   * @throws ClusterException if the cluster does not say
   */
  Optional<String> obstacle(Revision back, boolean kept);
}
