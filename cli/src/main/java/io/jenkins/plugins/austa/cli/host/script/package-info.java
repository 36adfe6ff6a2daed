/** Groovy: compiling scripts so that they can be suspended, and what bare names mean in them. */
package io.jenkins.plugins.austa.cli.host.script;
