/**
 * The running program: strands on the CPS engine, their steps and bodies, and how all of it is
 * saved.
 */
package io.jenkins.plugins.austa.cli.host.cps;
