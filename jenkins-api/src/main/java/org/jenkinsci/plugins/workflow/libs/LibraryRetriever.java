package org.jenkinsci.plugins.workflow.libs;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;

/** Fetches the files of a shared library for a build. */
@SuppressWarnings("deprecation")
public abstract class LibraryRetriever extends AbstractDescribableImpl<LibraryRetriever>
    implements ExtensionPoint {
  /**
   * Puts {@code vars/}, {@code src/} and {@code resources/} into {@code target}.
   *
   * @param changelog whether changes of the library count as changes of the job
   */
  public abstract void retrieve(
      @NonNull String name,
      @NonNull String version,
      boolean changelog,
      @NonNull FilePath target,
      @NonNull Run<?, ?> run,
      @NonNull TaskListener listener)
      throws Exception;

  /** Puts {@code vars/}, {@code src/} and {@code resources/} into {@code target}. */
  public abstract void retrieve(
      @NonNull String name,
      @NonNull String version,
      @NonNull FilePath target,
      @NonNull Run<?, ?> run,
      @NonNull TaskListener listener)
      throws Exception;

  /** Judges {@code version} without a context. */
  @Deprecated
  public FormValidation validateVersion(@NonNull String name, @NonNull String version) {
    boolean knowsTheOther =
        Util.isOverridden(
            LibraryRetriever.class,
            getClass(),
            "validateVersion",
            String.class,
            String.class,
            Item.class);
    return knowsTheOther ? validateVersion(name, version, null) : FormValidation.ok();
  }

  /** Judges {@code version} in {@code context}; all is well unless overridden. */
  public FormValidation validateVersion(
      @NonNull String name, @NonNull String version, @CheckForNull Item context) {
    return validateVersion(name, version);
  }

  @Override
  public LibraryRetrieverDescriptor getDescriptor() {
    return (LibraryRetrieverDescriptor) super.getDescriptor();
  }
}
