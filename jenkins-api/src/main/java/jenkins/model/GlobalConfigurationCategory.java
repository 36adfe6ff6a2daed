package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;
import org.jenkinsci.Symbol;

/** A page of the controller's settings. */
public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {
  /** Returns one sentence that says what the page is about. */
  public abstract String getShortDescription();

  /** Returns all pages. */
  public static ExtensionList<GlobalConfigurationCategory> all() {
    return ExtensionList.lookup(GlobalConfigurationCategory.class);
  }

  /**
   * Returns the page {@code type}.
   *
   * @throws AssertionError when there is none
   */
  public static @NonNull <T extends GlobalConfigurationCategory> T get(Class<T> type) {
    T category = all().get(type);
    if (category == null) {
      throw new AssertionError(
          "Category not found. It seems the "
              + type
              + " is not annotated with @Extension and so not registered");
    }
    return category;
  }

  /** Settings that have no page of their own. */
  @Extension
  @Symbol("unclassified")
  public static class Unclassified extends GlobalConfigurationCategory {
    @Override
    public String getShortDescription() {
      return "Configure global settings and paths.";
    }

    @Override
    public String getDisplayName() {
      return "System";
    }
  }

  /** Settings of who may do what. */
  @Extension
  @Symbol("security")
  public static class Security extends GlobalConfigurationCategory {
    @Override
    public String getShortDescription() {
      return "Secure Jenkins; define who is allowed to access/use the system.";
    }

    @Override
    public String getDisplayName() {
      return "Security";
    }
  }
}
