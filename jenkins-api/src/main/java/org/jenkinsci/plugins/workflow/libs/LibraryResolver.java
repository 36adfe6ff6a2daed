package org.jenkinsci.plugins.workflow.libs;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import hudson.model.Job;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.kohsuke.stapler.StaplerRequest2;

/** Says which shared libraries a job sees. The host reads its library from a folder instead. */
public abstract class LibraryResolver implements ExtensionPoint {
  /** Returns whether what these libraries hold runs outside the sandbox. */
  public abstract boolean isTrusted();

  /**
   * Returns the libraries for {@code job}; of equal names the first resolver's is loaded.
   *
   * @param libraryVersions what the job asks for by name, with the version or null; may be empty
   */
  public abstract @NonNull Collection<LibraryConfiguration> forJob(
      @NonNull Job<?, ?> job, @NonNull Map<String, String> libraryVersions);

  /** Returns the libraries that whoever sent {@code request} may configure; none by default. */
  public @NonNull Collection<LibraryConfiguration> fromConfiguration(
      @NonNull StaplerRequest2 request) {
    return Collections.emptySet();
  }

  /** Returns the libraries to propose below {@code group}; none by default. */
  public @NonNull Collection<LibraryConfiguration> suggestedConfigurations(
      @NonNull ItemGroup<?> group) {
    return Collections.emptySet();
  }
}
