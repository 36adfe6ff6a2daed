/** What the host's own steps share within one run. */
package io.jenkins.plugins.austa.cli.host.services;
