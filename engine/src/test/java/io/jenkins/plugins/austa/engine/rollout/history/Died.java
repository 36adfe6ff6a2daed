package io.jenkins.plugins.austa.engine.rollout.history;

/** Unwinds what a process that is gone was doing; nothing it still does can be seen outside. */
final class Died extends Error {
  private static final long serialVersionUID = 1L;

  Died() {
    super("the process is gone", null, false, false);
  }
}
