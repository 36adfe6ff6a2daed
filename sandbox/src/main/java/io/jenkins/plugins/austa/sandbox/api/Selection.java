package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label selector and a field selector in the API's own syntax. What is not understood is refused
 * with 400 instead of being ignored: an ignored selector selects too much.
 */
public final class Selection implements Predicate<JsonNode> {
  private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)");
  private static final Pattern EQUALITY =
      Pattern.compile("([^=!\\s]+)\\s*(=|==|!=)\\s*([^=!\\s]*)");
  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*([A-Za-z0-9._/-]+)");

  private final List<Predicate<JsonNode>> requirements = new ArrayList<>();

  private Selection() {}

  /** Selects everything. */
  public static Selection all() {
    return new Selection();
  }

  /**
   * Parses both selectors; null or empty selects everything.
   *
   * @param plural the resource type; which fields can be selected by depends on it
   */
  public static Selection parse(String plural, String labelSelector, String fieldSelector) {
    Selection selection = new Selection();
    split(labelSelector).forEach(part -> selection.requirements.add(labelRequirement(part)));
    split(fieldSelector)
        .forEach(part -> selection.requirements.add(fieldRequirement(plural, part)));
    return selection;
  }

  @Override
  public boolean test(JsonNode object) {
    return requirements.stream().allMatch(requirement -> requirement.test(object));
  }

  /** Whether this selects everything. */
  boolean isAll() {
    return requirements.isEmpty();
  }

  /** Splits at commas that are not inside parentheses. */
  private static List<String> split(String selector) {
    if (selector == null || selector.isBlank()) {
      return List.of();
    }
    return Arrays.stream(selector.split(",(?![^(]*\\))")).map(String::trim).toList();
  }

  private static Predicate<JsonNode> labelRequirement(String part) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      List<String> values = Arrays.stream(set.group(3).split(",")).map(String::trim).toList();
      boolean in = set.group(2).equals("in");
      return object -> {
        JsonNode value = label(object, set.group(1));
        return value.isMissingNode() ? !in : values.contains(value.asText()) == in;
      };
    }
    Matcher equality = EQUALITY.matcher(part);
    if (equality.matches()) {
      boolean equal = !equality.group(2).equals("!=");
      return object ->
          (!label(object, equality.group(1)).isMissingNode()
                  && label(object, equality.group(1)).asText().equals(equality.group(3)))
              == equal;
    }
    Matcher exists = EXISTS.matcher(part);
    if (exists.matches()) {
      boolean wanted = exists.group(1).isEmpty();
      return object -> !label(object, exists.group(2)).isMissingNode() == wanted;
    }
    throw ApiException.badRequest("unable to parse requirement: \"" + part + "\"");
  }

  private static Predicate<JsonNode> fieldRequirement(String plural, String part) {
    Matcher equality = EQUALITY.matcher(part);
    if (!equality.matches()) {
      throw ApiException.badRequest("unable to parse field selector: \"" + part + "\"");
    }
    if (!SelectableFields.has(plural, equality.group(1))) {
      throw ApiException.badRequest("field label not supported: " + equality.group(1));
    }
    String pointer = "/" + equality.group(1).replace('.', '/');
    boolean equal = !equality.group(2).equals("!=");
    return object -> object.at(pointer).asText("").equals(equality.group(3)) == equal;
  }

  private static JsonNode label(JsonNode object, String name) {
    return object.path("metadata").path("labels").path(name);
  }
}
