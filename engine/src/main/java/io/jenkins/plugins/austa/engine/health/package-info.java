/**
 * Whether a set of workloads is well: named signals with a window, a threshold and a reason. What
 * cannot be observed is inconclusive, never healthy. Knows nothing of rollouts.
 */
package io.jenkins.plugins.austa.engine.health;
