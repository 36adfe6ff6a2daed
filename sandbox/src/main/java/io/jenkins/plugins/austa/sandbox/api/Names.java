package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What the API server wants of names, labels and sizes, whatever the type. */
final class Names {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int MOST_DATA = 1024 * 1024;
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");

  private Names() {}

  /**
   * Refuses what no object may have.
   *
   * @throws ApiException 422 that names the field
   */
  static void check(Kind kind, JsonNode object) {
    String name = object.path("metadata").path("name").asText();
    // Names of roles are path segments only.
    boolean loose = kind.group().startsWith("rbac.");
    if (!loose && (name.length() > LONGEST_NAME || !SUBDOMAIN.matcher(name).matches())) {
      throw refused(
          kind,
          name,
          "metadata.name: Invalid value: \""
              + name
              + "\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
              + " characters, '-' or '.', and must start and end with an alphanumeric character");
    }
    object.path("metadata").path("labels").forEach(label -> checkLabel(kind, name, label.asText()));
    long size = 0;
    for (String field : new String[] {"data", "binaryData"}) {
      for (JsonNode value : object.path(field)) {
        size += value.asText().length();
      }
    }
    if (size > MOST_DATA) {
      throw refused(kind, name, "[]: Too long: may not be more than 1048576 bytes");
    }
  }

  private static void checkLabel(Kind kind, String name, String value) {
    if (value.length() > LONGEST_LABEL) {
      throw refused(
          kind,
          name,
          "metadata.labels: Invalid value: \"" + value + "\": must be no more than 63 bytes");
    }
    if (!LABEL.matcher(value).matches()) {
      throw refused(
          kind,
          name,
          "metadata.labels: Invalid value: \""
              + value
              + "\": a valid label must be an empty string or consist of alphanumeric characters,"
              + " '-', '_' or '.', and must start and end with an alphanumeric character");
    }
  }

  private static ApiException refused(Kind kind, String name, String why) {
    String type = kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group();
    return ApiException.invalid(type, name, why);
  }
}
