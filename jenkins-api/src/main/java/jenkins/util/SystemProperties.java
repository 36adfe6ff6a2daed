package jenkins.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;

/** Settings by system property. */
public class SystemProperties {
  private SystemProperties() {}

  /** Returns the property, or null. */
  @CheckForNull
  public static String getString(String key) {
    return System.getProperty(key);
  }

  /** Returns the property, or {@code def}. */
  @Nullable
  public static String getString(String key, @CheckForNull String def) {
    return System.getProperty(key, def);
  }

  /** Returns whether the property is {@code true}. */
  public static boolean getBoolean(String name) {
    return getBoolean(name, false);
  }

  /** Returns whether the property is {@code true}, or {@code def} where it is not set. */
  public static boolean getBoolean(String name, boolean def) {
    String value = getString(name);
    return value == null ? def : Boolean.parseBoolean(value);
  }

  /** Returns the property as a number, null where it is none. */
  @CheckForNull
  public static Integer getInteger(String name) {
    return Integer.getInteger(name);
  }

  /** Returns the property as a number, {@code def} where it is none. */
  @Nullable
  public static Integer getInteger(String name, @CheckForNull Integer def) {
    return Integer.getInteger(name, def);
  }

  /** Returns the property as a number, null where it is none. */
  @CheckForNull
  public static Long getLong(String name) {
    return Long.getLong(name);
  }

  /** Returns the property as a number, {@code def} where it is none. */
  @Nullable
  public static Long getLong(String name, @CheckForNull Long def) {
    return Long.getLong(name, def);
  }
}
