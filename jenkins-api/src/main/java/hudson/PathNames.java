package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads path names of either platform without asking a file system. Ours. */
final class PathNames {
  private static final Pattern ROOT = Pattern.compile("^([/\\\\]+|[A-Za-z]:[/\\\\]?)");

  private PathNames() {}

  static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.startsWith("\\\\") || path.matches("[A-Za-z]:[/\\\\].*");
  }

  /** Returns the path without doubled and trailing separators, {@code .} and {@code ..}. */
  static String normalize(String path) {
    Matcher root = ROOT.matcher(path);
    String start = root.find() ? root.group(1) : "";
    String separator = separator(path);
    List<String> names = new ArrayList<>();
    for (String name : path.substring(start.length()).split("[/\\\\]+")) {
      add(name, names, !start.isEmpty());
    }
    String all = root(start, separator) + String.join(separator, names);
    return all.isEmpty() ? "." : all;
  }

  private static void add(String name, List<String> names, boolean absolute) {
    boolean above = name.equals("..");
    if (name.isEmpty() || name.equals(".")) {
      return;
    }
    int last = names.size() - 1;
    if (above && last >= 0 && !names.get(last).equals("..")) {
      names.remove(last);
    } else if (!above || !absolute) {
      names.add(name);
    }
  }

  private static String root(String start, String separator) {
    if (start.isEmpty() || start.matches("[A-Za-z]:")) {
      return start;
    }
    boolean share = start.startsWith("\\\\");
    return share ? "\\\\" : start.matches("[A-Za-z]:.") ? start : separator;
  }

  static String resolve(String base, String relative) {
    if (isAbsolute(relative)) {
      return relative;
    }
    return base + separator(base) + relative;
  }

  private static String separator(String path) {
    return path.contains("\\") && !path.contains("/") ? "\\" : "/";
  }

  static String name(String path) {
    return path.substring(lastSeparator(path, path.length() - 1) + 1);
  }

  static @CheckForNull String parent(String path) {
    int last = lastSeparator(path, path.length() - 2);
    return last < 0 ? null : path.substring(0, last + 1);
  }

  private static int lastSeparator(String path, int from) {
    return Math.max(path.lastIndexOf('/', from), path.lastIndexOf('\\', from));
  }
}
