package io.jenkins.plugins.austa.cli.host.cps;

import java.io.Serializable;

/** What is saved instead of an object that the host owns. */
record HostReference(String key) implements Serializable {}
