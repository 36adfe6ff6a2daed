/**
 * Sends the gate's SARIF to GitHub code scanning. That GitHub cannot be reached, or refuses, never
 * decides anything: the verdict was made before.
 */
package io.jenkins.plugins.austa.engine.gate.github;
