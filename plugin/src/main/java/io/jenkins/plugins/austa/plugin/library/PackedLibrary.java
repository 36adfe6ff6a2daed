package io.jenkins.plugins.austa.plugin.library;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.libs.LibraryRetriever;

/**
 * Fetches the shared library that the plugin carries: {@code vars/}, {@code src/} and {@code
 * resources/}, always of the plugin's own version.
 *
 * <p>It has no descriptor on purpose: nobody can choose it in a form, as there is nothing to
 * configure.
 */
public final class PackedLibrary extends LibraryRetriever {
  private static final String FOLDER = "/io/jenkins/plugins/austa/library/";
  private static final String MARKER = "vars/austaPipeline.groovy";

  /** The plugin's version; {@code development} when its classes come from no jar. */
  public static String version() {
    return Optional.ofNullable(PackedLibrary.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /**
   * Writes the library into {@code target}.
   *
   * @param changelog not looked at: what changes with the plugin is no change of a job
   */
  @Override
  public void retrieve(
      @NonNull String name,
      @NonNull String version,
      boolean changelog,
      @NonNull FilePath target,
      @NonNull Run<?, ?> run,
      @NonNull TaskListener listener)
      throws IOException, InterruptedException {
    retrieve(name, version, target, run, listener);
  }

  @Override
  public void retrieve(
      @NonNull String name,
      @NonNull String version,
      @NonNull FilePath target,
      @NonNull Run<?, ?> run,
      @NonNull TaskListener listener)
      throws IOException, InterruptedException {
    listener.getLogger().println("Library " + name + " comes with the AUSTA Pipeline plugin");
    PackedFiles.below(FOLDER, MARKER).write(target);
  }
}
