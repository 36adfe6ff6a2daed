package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;

/** The options of a drop-down list. */
public class ListBoxModel extends ArrayList<ListBoxModel.Option> {
  private static final long serialVersionUID = 1L;

  /** Offers nothing yet and expects {@code initialCapacity} options. */
  public ListBoxModel(int initialCapacity) {
    super(initialCapacity);
  }

  /** Offers nothing yet. */
  public ListBoxModel() {}

  /** Offers {@code c}. */
  public ListBoxModel(Collection<Option> c) {
    super(c);
  }

  /** Offers {@code data}. */
  public ListBoxModel(Option... data) {
    super(Arrays.asList(data));
  }

  /** Adds an option that shows {@code displayName} and means {@code value}. */
  public void add(String displayName, String value) {
    add(new Option(displayName, value));
  }

  /** Adds an option that shows the name of {@code usedForDisplayName} and means {@code value}. */
  public void add(ModelObject usedForDisplayName, String value) {
    add(usedForDisplayName.getDisplayName(), value);
  }

  /** Adds an option that means what it shows. */
  public ListBoxModel add(String nameAndValue) {
    add(nameAndValue, nameAndValue);
    return this;
  }

  /** One option. */
  public static final class Option {
    /** What is shown. */
    @NonNull public String name;

    /** What is meant. */
    @NonNull public String value;

    /** Whether it is chosen where nothing else is. */
    public boolean selected;

    /** Shows {@code name} and means {@code value}. */
    public Option(@NonNull String name, @NonNull String value) {
      this(name, value, false);
    }

    /** Means what it shows. */
    public Option(@NonNull String nameAndValue) {
      this(nameAndValue, nameAndValue, false);
    }

    /** Shows {@code name} and means {@code value}. */
    public Option(@NonNull String name, @NonNull String value, boolean selected) {
      this.name = name;
      this.value = value;
      this.selected = selected;
    }

    @Override
    public String toString() {
      return name + "=" + value + (selected ? "[selected]" : "");
    }
  }
}
