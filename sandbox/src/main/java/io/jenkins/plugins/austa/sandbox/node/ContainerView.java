package io.jenkins.plugins.austa.sandbox.node;

/**
 * What the kubelet knows of a pod's containers.
 *
 * @param phase where they are
 * @param ready whether the readiness probe holds
 * @param restarts how often they have been started again
 * @param lastCrash when they last crashed, null when they never did
 */
record ContainerView(Phase phase, boolean ready, int restarts, String lastCrash) {

  /** Where a pod's containers are. */
  enum Phase {
    CREATING,
    PULL_FAILED,
    PULL_BACK_OFF,
    RUNNING,
    CRASHED
  }

  boolean isPending() {
    return phase != Phase.RUNNING && phase != Phase.CRASHED;
  }
}
