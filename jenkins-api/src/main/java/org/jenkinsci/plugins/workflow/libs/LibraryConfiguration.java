package org.jenkinsci.plugins.workflow.libs;

import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** One shared library: its name, where it comes from, and how jobs get it. */
@SuppressWarnings("deprecation")
public class LibraryConfiguration extends AbstractDescribableImpl<LibraryConfiguration> {
  private final String name;
  private final LibraryRetriever retriever;
  private String defaultVersion;
  private boolean implicit;
  private boolean allowVersionOverride = true;
  private boolean includeInChangesets = true;

  /** Names a library; a blank {@code name} counts as none. */
  @DataBoundConstructor
  public LibraryConfiguration(String name, LibraryRetriever retriever) {
    this.name = Util.fixEmptyAndTrim(name);
    this.retriever = retriever;
  }

  /** Returns the name by which jobs ask for the library, or null. */
  public String getName() {
    return name;
  }

  /** Returns where the library comes from. */
  public LibraryRetriever getRetriever() {
    return retriever;
  }

  /** Returns the version for jobs that name none, or null. */
  public String getDefaultVersion() {
    return defaultVersion;
  }

  /** Sets the version for jobs that name none; blank for none. */
  @DataBoundSetter
  public void setDefaultVersion(String defaultVersion) {
    this.defaultVersion = Util.fixEmptyAndTrim(defaultVersion);
  }

  /** Returns whether jobs get the library without asking for it. */
  public boolean isImplicit() {
    return implicit;
  }

  /** Sets whether jobs get the library without asking for it. */
  @DataBoundSetter
  public void setImplicit(boolean implicit) {
    this.implicit = implicit;
  }

  /** Returns whether jobs may name another version; true unless set. */
  public boolean isAllowVersionOverride() {
    return allowVersionOverride;
  }

  /** Sets whether jobs may name another version. */
  @DataBoundSetter
  public void setAllowVersionOverride(boolean allowVersionOverride) {
    this.allowVersionOverride = allowVersionOverride;
  }

  /** Returns whether changes of the library count as changes of the job; true unless set. */
  public boolean getIncludeInChangesets() {
    return includeInChangesets;
  }

  /** Sets whether changes of the library count as changes of the job. */
  @DataBoundSetter
  public void setIncludeInChangesets(boolean includeInChangesets) {
    this.includeInChangesets = includeInChangesets;
  }
}
