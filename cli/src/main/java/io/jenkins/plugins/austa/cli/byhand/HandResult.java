package io.jenkins.plugins.austa.cli.byhand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a deployment or a way back ended.
 *
 * @param message one sentence
 * @param data for programs; maps, lists, strings, numbers and booleans
 */
public record HandResult(boolean succeeded, String message, Map<String, Object> data) {

  /** The diffs of a dry run, none of anything else. */
  public List<String> diffs() {
    return data.get("changes") instanceof List<?> changes
        ? changes.stream()
            .filter(Map.class::isInstance)
            .map(change -> (Map<?, ?>) change)
            .map(change -> "# " + change.get("moment") + "\n" + change.get("diff"))
            .toList()
        : List.of();
  }

  static HandResult of(boolean succeeded, String message, Map<String, Object> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("succeeded", succeeded);
    data.put("message", message);
    data.putAll(more);
    return new HandResult(succeeded, message, data);
  }
}
