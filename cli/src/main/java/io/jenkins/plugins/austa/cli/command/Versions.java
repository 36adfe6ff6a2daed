package io.jenkins.plugins.austa.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version, from the jar's manifest. */
public final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return new String[] {"austa " + (version == null ? "(built from sources)" : version)};
  }
}
