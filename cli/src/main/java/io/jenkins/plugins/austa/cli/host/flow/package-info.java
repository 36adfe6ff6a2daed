/** What happened: stages, branches, steps, and text without secrets. */
package io.jenkins.plugins.austa.cli.host.flow;
