package io.jenkins.plugins.austa.jenkinsapi;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Node;
import java.io.File;
import java.io.IOException;

/** A machine on the host: always this one, under a name. Ours, no part of the Jenkins API. */
public final class HostNode extends Node {
  private final String name;
  private final FilePath rootPath;

  /** Names the machine; builds work below {@code rootPath}. */
  public HostNode(String name, FilePath rootPath) {
    this.name = name;
    this.rootPath = rootPath;
  }

  @Override
  public @NonNull String getNodeName() {
    return name;
  }

  /** Returns 1: the host runs one build on each machine. */
  @Override
  public int getNumExecutors() {
    return 1;
  }

  @Override
  public FilePath getRootPath() {
    return rootPath;
  }

  @Override
  public File getRootDir() {
    return new File(rootPath.getRemote());
  }

  /** Writes the settings; the host keeps none. */
  @Override
  public void save() throws IOException {}
}
