package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;

/** Keeps what a build produced. */
public abstract class ArtifactManager {
  /** Called when the build is read from disk. */
  public abstract void onLoad(Run<?, ?> build);

  /**
   * Keeps files of {@code workspace}.
   *
   * @param artifacts for each path to keep a file under, its path in the workspace
   */
  public abstract void archive(
      FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
      throws IOException, InterruptedException;

  /** Removes all that was kept; returns whether there was anything. */
  public abstract boolean delete() throws IOException, InterruptedException;
}
