package io.jenkins.plugins.austa.cli.host.cps;

import java.io.Serializable;

/** What the program hands out when it suspends itself to wait for a step. */
record SuspendedStep(HostStepContext context) implements Serializable {}
