/**
 * What a thousand rollouts cost while they wait. The cluster, its Prometheus and its public route
 * run in a process of their own, so that only the engine's side is counted.
 */
package io.jenkins.plugins.austa.bench.waiting;
