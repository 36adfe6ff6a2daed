/** From the arguments a pipeline writes to step objects, as Jenkins binds them. */
package io.jenkins.plugins.austa.cli.host.bind;
