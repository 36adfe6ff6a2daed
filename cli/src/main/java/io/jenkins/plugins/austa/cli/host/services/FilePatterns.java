package io.jenkins.plugins.austa.cli.host.services;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * File patterns as Ant writes them, separated by commas: {@code *} and {@code ?} within a name,
 * {@code **} over folders, a {@code /} at the end for everything below.
 */
public final class FilePatterns {
  private static final String EVERYTHING = "**";
  private static final String DEFAULT_EXCLUDES =
      "**/.git/**,**/.git,**/.gitignore,**/.gitmodules,**/.gitattributes,**/.svn/**,**/.hg/**,"
          + "**/CVS/**,**/*~,**/#*#,**/.#*,**/%*%,**/._*,**/.DS_Store";

  private final String text;
  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  private FilePatterns(String includes, String excludes) {
    this.text = includes;
    this.includes = compile(includes);
    this.excludes = compile(excludes);
  }

  /**
   * Reads patterns.
   *
   * @param includes null or blank for all files
   * @param excludes null or blank for none
   * @param defaults whether files of version control and editors are left out
   */
  public static FilePatterns of(String includes, String excludes, boolean defaults) {
    String left = excludes == null ? "" : excludes;
    return new FilePatterns(
        includes == null || includes.isBlank() ? EVERYTHING : includes,
        defaults ? left + "," + DEFAULT_EXCLUDES : left);
  }

  private static List<Pattern> compile(String patterns) {
    return Arrays.stream(patterns.split(","))
        .map(String::strip)
        .filter(pattern -> !pattern.isEmpty())
        .map(FilePatterns::regex)
        .toList();
  }

  private static Pattern regex(String pattern) {
    String ant = pattern.endsWith("/") ? pattern + EVERYTHING : pattern;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < ant.length(); i++) {
      if (ant.startsWith("**/", i)) {
        regex.append("(?:[^/]+/)*");
        i += 2;
      } else if (ant.startsWith("/**", i) && i + 3 == ant.length()) {
        regex.append("(?:/.*)?");
        i += 2;
      } else if (ant.startsWith(EVERYTHING, i)) {
        regex.append(".*");
        i++;
      } else if (ant.charAt(i) == '*') {
        regex.append("[^/]*");
      } else if (ant.charAt(i) == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(ant.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString());
  }

  /** Returns whether a path, relative and with {@code /}, is meant. */
  public boolean matches(String path) {
    return includes.stream().anyMatch(pattern -> pattern.matcher(path).matches())
        && excludes.stream().noneMatch(pattern -> pattern.matcher(path).matches());
  }

  /** Returns the files meant, relative to {@code root}, sorted. */
  public List<Path> find(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path relative = root.relativize(file);
            if (matches(relative.toString())) {
              found.add(relative);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  @Override
  public String toString() {
    return "'" + text + "'";
  }
}
