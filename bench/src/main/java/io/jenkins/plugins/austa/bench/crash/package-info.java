/** Processes that roll out and are killed, and what becomes of their rollouts. */
package io.jenkins.plugins.austa.bench.crash;
