/**
 * What a run shows on a terminal: the live stage tree, or plain lines where nothing can be redrawn,
 * and the closing lines. Knows the engine's report and nothing of how the pipeline is run.
 */
package io.jenkins.plugins.austa.cli.console;
