/** What the rollout engine promises its users, measured on a sandbox cluster. */
package io.jenkins.plugins.austa.bench.rollout;
