/**
 * Runs a Jenkinsfile and its shared library on this machine: describe a run with {@link
 * io.jenkins.plugins.austa.cli.host.PipelineHost#builder}, watch it with a {@code RunObserver}.
 * Subpackages are the host's own.
 */
package io.jenkins.plugins.austa.cli.host;
