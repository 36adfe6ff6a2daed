package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.util.VariableResolver;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Small helpers on strings and collections. */
public class Util {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

  /** Returns {@code s} with variables replaced by {@code properties}; unknown names stay. */
  public static @Nullable String replaceMacro(
      @CheckForNull String s, @NonNull Map<String, String> properties) {
    return replaceMacro(s, properties::get);
  }

  /**
   * Returns {@code s} with variables replaced; {@code $$} becomes {@code $}, unknown names stay.
   */
  public static @Nullable String replaceMacro(
      @CheckForNull String s, @NonNull VariableResolver<String> resolver) {
    if (s == null) {
      return null;
    }
    Matcher variable = VARIABLE.matcher(s);
    StringBuilder result = new StringBuilder();
    while (variable.find()) {
      variable.appendReplacement(result, Matcher.quoteReplacement(valueOf(variable, resolver)));
    }
    return variable.appendTail(result).toString();
  }

  private static String valueOf(Matcher variable, VariableResolver<String> resolver) {
    String name = variable.group(1);
    if (name.equals("$")) {
      return "$";
    }
    if (name.startsWith("{")) {
      name = name.substring(1, name.length() - 1);
    }
    String value = resolver.resolve(name);
    return value == null ? variable.group() : value;
  }

  /** Returns {@code s}, or the empty string for null. */
  public static @NonNull String fixNull(@CheckForNull String s) {
    return s == null ? "" : s;
  }

  /** Returns {@code s}, or {@code defaultValue} for null. */
  public static @NonNull <T> T fixNull(@CheckForNull T s, @NonNull T defaultValue) {
    return s == null ? defaultValue : s;
  }

  /** Returns {@code s}, or null for the empty string. */
  public static @CheckForNull String fixEmpty(@CheckForNull String s) {
    return s == null || s.isEmpty() ? null : s;
  }

  /** Returns {@code s} without blanks around it, or null when nothing is left. */
  public static @CheckForNull String fixEmptyAndTrim(@CheckForNull String s) {
    return s == null ? null : fixEmpty(s.trim());
  }

  /** Returns {@code l}, or an empty list for null. */
  public static @NonNull <T> List<T> fixNull(@CheckForNull List<T> l) {
    return fixNull(l, Collections.emptyList());
  }

  /** Returns {@code l}, or an empty set for null. */
  public static @NonNull <T> Set<T> fixNull(@CheckForNull Set<T> l) {
    return fixNull(l, Collections.emptySet());
  }

  /** Returns {@code l}, or an empty collection for null. */
  public static @NonNull <T> Collection<T> fixNull(@CheckForNull Collection<T> l) {
    return fixNull(l, Collections.emptySet());
  }

  /** Returns {@code l}, or nothing to iterate for null. */
  public static @NonNull <T> Iterable<T> fixNull(@CheckForNull Iterable<T> l) {
    return fixNull(l, Collections.emptySet());
  }

  /** Returns the elements that are a {@code type}, in order. */
  public static @NonNull <T> List<T> filter(@NonNull Iterable<?> base, @NonNull Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Object each : base) {
      if (type.isInstance(each)) {
        found.add(type.cast(each));
      }
    }
    return found;
  }

  /** Returns the elements that are a {@code type}, in order. */
  public static @NonNull <T> List<T> filter(@NonNull List<?> base, @NonNull Class<T> type) {
    return filter((Iterable<?>) base, type);
  }

  /** Returns {@code text} with the five characters of XML escaped and line ends as {@code <br>}. */
  public static @Nullable String escape(@CheckForNull String text) {
    if (text == null) {
      return null;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      escaped.append(escape(text.charAt(i)));
    }
    return escaped.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "<br>";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#039;";
      default -> String.valueOf(c);
    };
  }

  /** Returns the SHA-256 of the UTF-8 bytes of {@code input} in lower case hexadecimal. */
  public static @NonNull String getHexOfSHA256DigestOf(byte[] input) {
    return toHexString(getSHA256DigestOf(input));
  }

  /** Returns the SHA-256 of {@code input}. */
  public static @NonNull byte[] getSHA256DigestOf(@NonNull byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the SHA-256 of the UTF-8 bytes of {@code input} in lower case hexadecimal. */
  public static @NonNull String getHexOfSHA256DigestOf(String input) {
    return getHexOfSHA256DigestOf(input.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns {@code bytes} in lower case hexadecimal. */
  public static @NonNull String toHexString(@NonNull byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Returns a length of time in its two largest units, such as {@code 3 min 2 sec}. */
  @NonNull
  public static String getTimeSpanString(long duration) {
    long seconds = duration / 1000;
    if (seconds >= 86_400) {
      return seconds / 86_400 + " day " + seconds % 86_400 / 3600 + " hr";
    }
    if (seconds >= 3600) {
      return seconds / 3600 + " hr " + seconds % 3600 / 60 + " min";
    }
    if (seconds >= 60) {
      return seconds / 60 + " min " + seconds % 60 + " sec";
    }
    return seconds >= 1 ? seconds + "." + duration % 1000 / 100 + " sec" : duration + " ms";
  }

  /** Returns {@code subject} with {@code suffix} at its end, once. */
  public static @Nullable String ensureEndsWith(
      @CheckForNull String subject, @CheckForNull String suffix) {
    return subject == null || subject.endsWith(suffix) ? subject : subject + suffix;
  }

  /** Returns whether {@code derived} or a class between has its own version of the method. */
  public static boolean isOverridden(
      @NonNull Class<?> base,
      @NonNull Class<?> derived,
      @NonNull String methodName,
      @NonNull Class<?>... types) {
    if (!base.isAssignableFrom(derived)) {
      throw new IllegalArgumentException(derived + " does not extend " + base);
    }
    Class<?> owner = owner(derived, methodName, types);
    if (owner == null) {
      throw new IllegalArgumentException(derived + " has no method " + methodName);
    }
    return owner != base && !owner.isAssignableFrom(base);
  }

  private static Class<?> owner(Class<?> type, String methodName, Class<?>... types) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (method.getName().equals(methodName)
            && java.util.Arrays.equals(method.getParameterTypes(), types)) {
          return c;
        }
      }
    }
    return null;
  }

  /** Deletes a folder and all that is in it; nothing to do when there is none. */
  public static void deleteRecursive(@NonNull File dir) throws IOException {
    if (!Files.exists(dir.toPath(), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(dir.toPath())) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
