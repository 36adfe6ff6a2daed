package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Long lists in pieces. All pieces of one list show the same moment, as long as the history of that
 * moment is known.
 */
final class Pages {
  private static final int KEPT = 100;

  private final EventLog history;
  private final Map<String, Page> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
          return size() > KEPT;
        }
      };
  private long count;

  Pages(EventLog history) {
    this.history = history;
  }

  /**
   * One piece of a list.
   *
   * @param items its objects
   * @param next token of the next piece, empty when this is the last
   * @param version the moment the list shows
   * @param left objects that are still to come
   */
  record Page(List<ObjectNode> items, String next, long version, int left) {}

  /** The first piece of a list; all of it when the limit is 0. */
  synchronized Page first(List<ObjectNode> all, long version, int limit) {
    if (limit <= 0 || all.size() <= limit) {
      return new Page(all, "", version, 0);
    }
    String token =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ("{\"v\":\"meta.k8s.io/v1\",\"rv\":" + version + ",\"start\":" + ++count + "}")
                    .getBytes(StandardCharsets.UTF_8));
    List<ObjectNode> rest = all.subList(limit, all.size());
    open.put(token, new Page(rest, "", version, 0));
    return new Page(all.subList(0, limit), token, version, rest.size());
  }

  /**
   * The piece a token stands for.
   *
   * @throws ApiException 410 when the moment of the list is no longer known
   */
  synchronized Page next(String token, int limit) {
    Page rest = open.get(token);
    if (rest == null || history.isForgotten(rest.version())) {
      throw new ApiException(
          410,
          "Expired",
          "The provided continue parameter is too old to display a consistent list result. You can"
              + " start a new list without the continue parameter, or use the continue token in"
              + " this response to retrieve the remainder of the results.");
    }
    return first(rest.items(), rest.version(), limit);
  }
}
