package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Environment variables, their names compared without regard to case.
 *
 * <p>A null value is refused. {@code NAME+ANYTHING} prepends to {@code NAME} in the {@code
 * override} methods.
 */
public class EnvVars extends TreeMap<String, String> {
  /** The environment of this JVM, read once. */
  public static final Map<String, String> masterEnvVars = new EnvVars(System.getenv());

  private static final long serialVersionUID = 1L;

  @CheckForNull private Platform platform;

  /** Starts without variables. */
  public EnvVars() {
    super(String.CASE_INSENSITIVE_ORDER);
  }

  /** Copies {@code m}. */
  public EnvVars(@NonNull Map<String, String> m) {
    this();
    putAll(m);
    if (m instanceof EnvVars other) {
      platform = other.platform;
    }
  }

  /** Copies {@code m}, its platform included. */
  @SuppressWarnings("CopyConstructorMissesField")
  public EnvVars(@NonNull EnvVars m) {
    this((Map<String, String>) m);
  }

  /**
   * Takes names and values in turns.
   *
   * @throws IllegalArgumentException when a value is missing
   */
  public EnvVars(String... keyValuePairs) {
    this();
    if (keyValuePairs.length % 2 != 0) {
      throw new IllegalArgumentException(
          "names and values must come in pairs: " + String.join(", ", keyValuePairs));
    }
    for (int i = 0; i < keyValuePairs.length; i += 2) {
      put(keyValuePairs[i], keyValuePairs[i + 1]);
    }
  }

  /** Returns the platform these variables are for, or null for the platform of this JVM. */
  public @CheckForNull Platform getPlatform() {
    return platform;
  }

  /** Says which platform these variables are for. */
  public void setPlatform(@NonNull Platform platform) {
    this.platform = platform;
  }

  /** Replaces every {@code $NAME} and <code>${NAME}</code> in every value. */
  public static void resolve(Map<String, String> env) {
    env.replaceAll((name, value) -> Util.replaceMacro(value, env));
  }

  /** Sets {@code key}; null or empty removes it, {@code NAME+ANYTHING} prepends to {@code NAME}. */
  public void override(String key, String value) {
    if (value == null || value.isEmpty()) {
      remove(key);
      return;
    }
    int plus = key.indexOf('+');
    if (plus <= 0) {
      put(key, value);
      return;
    }
    String name = key.substring(0, plus);
    merge(name, value, (present, added) -> added + separator() + present);
  }

  /** Applies {@link #override} to every entry. */
  public EnvVars overrideAll(Map<String, String> all) {
    all.forEach(this::override);
    return this;
  }

  /**
   * Applies {@link #override} to every entry after replacing the variables its value names, each
   * before those that name it; {@code NAME+ANYTHING} come last.
   */
  public EnvVars overrideExpandingAll(@NonNull Map<String, String> all) {
    for (String key : new OverrideOrder(all, comparator()).keys()) {
      override(key, expand(all.get(key)));
    }
    return this;
  }

  /** Returns the value of {@code key}, or {@code defaultValue}. */
  public String get(String key, String defaultValue) {
    String value = get(key);
    return value == null ? defaultValue : value;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code value} is null
   */
  @Override
  public String put(String key, String value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "the variable " + key + " may not be null; remove it instead");
    }
    return super.put(key, value);
  }

  /** Sets {@code key} unless {@code value} is null. */
  public void putIfNotNull(String key, String value) {
    if (value != null) {
      put(key, value);
    }
  }

  /** Sets all entries whose values are not null. */
  public void putAllNonNull(Map<String, String> map) {
    map.forEach(this::putIfNotNull);
  }

  /** Takes a line {@code NAME=value}; other lines are ignored. */
  public void addLine(String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  /** Replaces the variables named in {@code s}; unknown names stay as they are. */
  public String expand(String s) {
    return Util.replaceMacro(s, this);
  }

  /** Returns a variable by which processes of this program can be recognised. */
  public static EnvVars createCookie() {
    return new EnvVars("HUDSON_COOKIE", UUID.randomUUID().toString());
  }

  private char separator() {
    return platform == null ? File.pathSeparatorChar : platform.pathSeparator;
  }
}
