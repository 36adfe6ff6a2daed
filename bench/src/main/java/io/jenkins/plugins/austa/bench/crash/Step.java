package io.jenkins.plugins.austa.bench.crash;

/** What a run does one after the other; after a restart it goes on with the step it was in. */
enum Step {
  PREPARE,
  CHECK,
  SWITCH,
  RETIRE
}
