package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.security.Permission;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import jenkins.util.io.OnMaster;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * What is known of a class of {@link Describable}s: its name, its form, its defaults.
 *
 * <p>The host keeps no configuration on disk: {@link #load} finds nothing and {@link #save} writes
 * nothing.
 *
 * @param <T> the describable type
 */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable, OnMaster {
  /** The class described. */
  public final transient Class<? extends T> clazz;

  /** Describes {@code clazz}; {@link #self} stands for the descriptor's own class. */
  @SuppressWarnings("unchecked")
  protected Descriptor(Class<? extends T> clazz) {
    this.clazz = clazz == (Class<?>) Self.class ? (Class<? extends T>) getClass() : clazz;
  }

  /**
   * Describes the class this one is nested in.
   *
   * @throws AssertionError when there is none, or it is not a {@link Describable}
   */
  @SuppressWarnings("unchecked")
  protected Descriptor() {
    Class<?> outer = getClass().getEnclosingClass();
    if (outer == null || !Describable.class.isAssignableFrom(outer)) {
      throw new AssertionError(
          getClass()
              + " is not nested in the class it describes: pass that class to the constructor");
    }
    this.clazz = (Class<? extends T>) outer;
  }

  /** Returns what people call the described class; its simple name unless overridden. */
  @NonNull
  public String getDisplayName() {
    return clazz.getSimpleName();
  }

  /** Returns the unique name of this descriptor, the described class's name unless overridden. */
  public String getId() {
    return clazz.getName();
  }

  /** Returns {@link #getId the id} as the key of this descriptor's part of a submitted form. */
  public final String getJsonSafeClassName() {
    return getId().replace('.', '-');
  }

  /** Returns the described class as a type. */
  @SuppressWarnings("unchecked")
  public Class<T> getT() {
    return (Class<T>) clazz;
  }

  /** Returns the path of the descriptor's web methods. */
  public String getDescriptorUrl() {
    return "descriptorByName/" + getId();
  }

  /**
   * Makes a describable from a submitted form.
   *
   * @throws UnsupportedOperationException always: the host has no forms
   */
  public T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData)
      throws FormException {
    throw new UnsupportedOperationException("Descriptor.newInstance: the host has no forms");
  }

  /** Takes the global settings from a submitted form. */
  public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
    return true;
  }

  /** Returns whether {@code instance} is of the described class or below it. */
  public final boolean isInstance(T instance) {
    return clazz.isInstance(instance);
  }

  /** Returns whether the described class is {@code type} or below it. */
  public final boolean isSubTypeOf(Class type) {
    return type.isAssignableFrom(clazz);
  }

  /** Returns the page this descriptor's global settings appear on. */
  public @NonNull GlobalConfigurationCategory getCategory() {
    return GlobalConfigurationCategory.get(GlobalConfigurationCategory.Unclassified.class);
  }

  /** Returns what one must be allowed to change the global settings. */
  public @NonNull Permission getRequiredGlobalConfigPagePermission() {
    return Jenkins.ADMINISTER;
  }

  /** Returns the view with the global settings, null for none. */
  public @Nullable String getGlobalConfigPage() {
    return null;
  }

  /** Writes the settings; the host keeps none. */
  @Override
  public synchronized void save() {}

  /** Reads the settings; the host keeps none. */
  @Override
  public synchronized void load() {}

  /** Stands for the descriptor's own class in a call of the constructor. */
  protected static Class self() {
    return Self.class;
  }

  /** A value in a form is wrong. */
  public static final class FormException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String formField;

    /** Says what is wrong with {@code formField}. */
    public FormException(String message, String formField) {
      super(message);
      this.formField = formField;
    }

    /** Says what is wrong with {@code formField} and why. */
    public FormException(String message, Throwable cause, String formField) {
      super(message, cause);
      this.formField = formField;
    }

    /** Says why {@code formField} is wrong. */
    public FormException(Throwable cause, String formField) {
      super(cause);
      this.formField = formField;
    }

    /** Returns the name of the field. */
    public String getFormField() {
      return formField;
    }
  }

  /** Marks that a descriptor describes itself. */
  public static final class Self {}
}
