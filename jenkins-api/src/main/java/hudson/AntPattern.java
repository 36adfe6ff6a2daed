package hudson;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds files by patterns in the manner of Ant: {@code *}, {@code ?}, {@code **}. Ours. */
final class AntPattern {
  private static final List<AntPattern> DEFAULT_EXCLUDES =
      of(
          "**/*~, **/#*#, **/.#*, **/%*%, **/._*, **/CVS, **/CVS/**, **/.cvsignore, **/SCCS, **/SCCS/**,"
              + " **/vssver.scc, **/.svn, **/.svn/**, **/.git, **/.git/**, **/.gitattributes,"
              + " **/.gitignore, **/.gitmodules, **/.hg, **/.hg/**, **/.hgignore, **/.hgsub,"
              + " **/.hgsubstate, **/.hgtags, **/.bzr, **/.bzr/**, **/.bzrignore, **/.DS_Store");

  private final List<Object> segments = new ArrayList<>();

  private AntPattern(String pattern) {
    FileSystem files = FileSystems.getDefault();
    String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
    for (String segment : whole.split("/")) {
      segments.add(segment.equals("**") ? segment : matcher(files, segment));
    }
  }

  private static PathMatcher matcher(FileSystem files, String segment) {
    return files.getPathMatcher("glob:" + segment.replaceAll("[\\[\\]{}\\\\]", "\\\\$0"));
  }

  private static List<AntPattern> of(String patterns) {
    List<AntPattern> all = new ArrayList<>();
    for (String each : patterns == null ? new String[0] : patterns.split("[,\\s]+")) {
      if (!each.isEmpty()) {
        all.add(new AntPattern(each.replace('\\', '/')));
      }
    }
    return all;
  }

  /**
   * Returns the files below {@code dir} that match, sorted, links followed.
   *
   * @param includes patterns separated by commas or blanks
   * @param excludes the same, null for none
   * @throws IOException when there is no such directory or a pattern is absolute
   */
  static List<Path> find(File dir, String includes, String excludes, boolean defaultExcludes)
      throws IOException {
    if (PathNames.isAbsolute(includes)) {
      throw new IOException("Expecting Ant GLOB pattern, but saw '" + includes + "'");
    }
    if (!dir.isDirectory()) {
      throw new IOException(dir + " does not exist");
    }
    List<AntPattern> wanted = of(includes);
    List<AntPattern> unwanted = new ArrayList<>(of(excludes));
    if (defaultExcludes) {
      unwanted.addAll(DEFAULT_EXCLUDES);
    }
    Path root = dir.toPath();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = files(root)) {
      all.filter(file -> any(wanted, root.relativize(file)))
          .filter(file -> !any(unwanted, root.relativize(file)))
          .sorted()
          .forEach(found::add);
    }
    return found;
  }

  private static Stream<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new FileCollector(files));
    return files.stream();
  }

  private static boolean any(List<AntPattern> patterns, Path path) {
    return patterns.stream().anyMatch(each -> each.matches(0, path, 0));
  }

  private boolean matches(int segment, Path path, int name) {
    if (segment == segments.size()) {
      return name == path.getNameCount();
    }
    if (segments.get(segment) instanceof PathMatcher matcher) {
      return name < path.getNameCount()
          && matcher.matches(path.getName(name))
          && matches(segment + 1, path, name + 1);
    }
    return matches(segment + 1, path, name)
        || name < path.getNameCount() && matches(segment, path, name + 1);
  }
}
