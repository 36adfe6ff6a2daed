/**
 * Blue-green rollouts of several services as one unit: {@link
 * io.jenkins.plugins.austa.engine.rollout.Rollout} is the way in, {@code Recipe} the order of
 * things, {@link io.jenkins.plugins.austa.engine.rollout.RetirementRule} the one decision that pods
 * may be removed.
 */
package io.jenkins.plugins.austa.engine.rollout;
