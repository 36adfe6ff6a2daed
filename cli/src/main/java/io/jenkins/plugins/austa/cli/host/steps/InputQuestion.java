package io.jenkins.plugins.austa.cli.host.steps;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code input} asks.
 *
 * @param message the question
 * @param id names the question; by convention {@code approve-<environment>}
 * @param ok the word for yes, may be null
 * @param submitter users who may answer, separated by commas; null for everybody
 * @param submitterParameter under which name the answering user is returned; null for not at all
 * @param parameters answered with their defaults
 */
record InputQuestion(
    String message,
    String id,
    String ok,
    String submitter,
    String submitterParameter,
    List<ParameterDefault> parameters)
    implements Serializable {
  private static final String CONVENTION = "approve-";

  InputQuestion {
    parameters = new ArrayList<>(parameters == null ? List.of() : parameters);
  }

  /** Returns the environment whose approval this is; the whole id when it follows no convention. */
  String environment() {
    if (id == null) {
      return "";
    }
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.startsWith(CONVENTION) ? lower.substring(CONVENTION.length()) : lower;
  }

  /** Returns whether this user may answer. */
  boolean mayAnswer(String user) {
    return submitter == null
        || submitter.isBlank()
        || Arrays.stream(submitter.split(",")).map(String::strip).anyMatch(user::equals);
  }

  /** Returns the value of the step, as Jenkins forms it: nothing, one value, or a map. */
  Object answer(String user) {
    Map<String, Object> values = new LinkedHashMap<>();
    parameters.forEach(parameter -> values.put(parameter.name(), parameter.value()));
    if (submitterParameter != null && !submitterParameter.isBlank()) {
      values.put(submitterParameter, user);
    }
    if (values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.values().iterator().next() : values;
  }
}
