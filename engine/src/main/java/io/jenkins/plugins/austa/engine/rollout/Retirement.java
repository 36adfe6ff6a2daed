package io.jenkins.plugins.austa.engine.rollout;

/** {@link RetirementRule}, or in its tests one that was broken on purpose. */
@FunctionalInterface
interface Retirement {

  RetirementVerdict mayRetire(RolloutRecord record, EntryState entry, Colour colour);
}
