package io.jenkins.plugins.austa.engine.rollout;

/** Whether a colour may be scaled down or deleted, and why or why not. */
public record RetirementVerdict(boolean allowed, String reason) {}
