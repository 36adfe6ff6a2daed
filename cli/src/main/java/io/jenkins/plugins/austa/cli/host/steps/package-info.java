/** The steps that Jenkins' pipeline plugins bring, written against the same step API. */
package io.jenkins.plugins.austa.cli.host.steps;
