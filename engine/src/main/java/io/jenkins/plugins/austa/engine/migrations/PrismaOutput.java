package io.jenkins.plugins.austa.engine.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that Prisma's commands print: the parts that both {@code status} and deploy share. */
final class PrismaOutput {
  private static final Pattern ANSI = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");
  private static final Pattern CODE = Pattern.compile("\\b(P\\d{4})\\b");
  private static final Pattern CREDENTIALS = Pattern.compile("(\\w+://)[^\\s/@]*@");
  private static final Pattern STARTED_FAILED =
      Pattern.compile("The `([^`]+)` migration started at .* failed");
  private static final Pattern NAMED = Pattern.compile("(?m)^Migration name: (\\S+)");
  private static final Pattern DATABASE_ERROR = Pattern.compile("(?m)^(ERROR: .*)$");
  private static final int LONGEST_REASON = 300;

  private final String text;

  PrismaOutput(String raw) {
    text = CREDENTIALS.matcher(ANSI.matcher(raw).replaceAll("")).replaceAll("$1***@");
  }

  boolean says(String phrase) {
    return text.contains(phrase);
  }

  /** All first groups of a pattern, in order. */
  List<String> all(Pattern pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** The names listed after a heading, one a line, up to an empty line. */
  List<String> listAfter(Pattern heading) {
    Matcher matcher = heading.matcher(text);
    if (!matcher.find()) {
      return List.of();
    }
    return text.substring(matcher.end())
        .lines()
        .map(String::strip)
        .dropWhile(String::isEmpty)
        .takeWhile(line -> !line.isEmpty() && !line.contains(" "))
        .toList();
  }

  /** Prisma's error code such as {@code P3018}, or null. */
  String code() {
    List<String> codes = all(CODE);
    return codes.isEmpty() ? null : codes.get(0);
  }

  /** The migration that failed now or earlier, or null when none is named. */
  String failedMigration() {
    List<String> named = all(NAMED);
    if (!named.isEmpty()) {
      return named.get(0);
    }
    List<String> started = all(STARTED_FAILED);
    return started.isEmpty() ? null : started.get(0);
  }

  /** The database's own words, or the last line that says something. Bounded. */
  String reason() {
    List<String> errors = all(DATABASE_ERROR);
    String reason =
        errors.isEmpty()
            ? text.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("no output")
            : errors.get(0);
    String clean = reason.strip().replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON - 1) + "…";
  }
}
