package io.jenkins.plugins.austa.engine.rollout.history;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request to the API server.
 *
 * @param body empty for reads
 */
record ApiRequest(String method, ApiPath path, String body) {

  boolean writes() {
    return !method.equals("GET");
  }

  /** The same without the condition that the object is still of a certain version. */
  ApiRequest withoutVersion() {
    ObjectNode object = ApiObjects.object(body);
    object.withObject("/metadata").remove("resourceVersion");
    return new ApiRequest(method, path, object.toString());
  }

  @Override
  public String toString() {
    return method + " " + path.plural() + "/" + path.name();
  }
}
