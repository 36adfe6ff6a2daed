package jenkins.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.util.Map;

/** Keeps what a build produced in the folder {@code archive} of the build's own. */
public class StandardArtifactManager extends ArtifactManager {
  /** The build. */
  protected transient Run<?, ?> build;

  /** Keeps what {@code build} produced. */
  public StandardArtifactManager(Run<?, ?> build) {
    onLoad(build);
  }

  @Override
  public final void onLoad(Run<?, ?> build) {
    this.build = build;
  }

  @Override
  public void archive(
      FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
      throws IOException, InterruptedException {
    for (Map.Entry<String, String> each : artifacts.entrySet()) {
      workspace.child(each.getValue()).copyTo(archive().child(each.getKey()));
    }
  }

  @Override
  public final boolean delete() throws IOException, InterruptedException {
    boolean any = archive().exists();
    archive().deleteRecursive();
    return any;
  }

  private FilePath archive() {
    return new FilePath(new File(build.getRootDir(), "archive"));
  }
}
