package io.jenkins.plugins.austa.engine.migrations;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as PostgreSQL compares them: unquoted parts in lower case, without quotes, and without the
 * schema {@code public}, which is where Prisma's names without a schema usually live.
 */
final class SchemaName {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\".]+)");

  private SchemaName() {}

  static String of(String written) {
    StringBuilder name = new StringBuilder();
    Matcher part = PART.matcher(written.strip());
    while (part.find()) {
      if (name.length() > 0) {
        name.append('.');
      }
      String unquoted = part.group(2);
      name.append(unquoted == null ? part.group(1) : unquoted.strip().toLowerCase(Locale.ROOT));
    }
    String all = name.toString();
    return all.startsWith("public.") ? all.substring("public.".length()) : all;
  }
}
