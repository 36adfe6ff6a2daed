/** One run from its first line to its result. */
package io.jenkins.plugins.austa.cli.host.run;
