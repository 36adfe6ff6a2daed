package io.jenkins.plugins.austa.sandbox.api;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.crud.AttributeSet;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.Objects;

/**
 * The CRUD part of fabric8's mock server, called in process: it keeps the objects, numbers their
 * versions and generations and refuses stale updates. Its own web server and watches are not used,
 * because those answer every watch with all objects and lose what is deleted before it opens.
 */
final class MockDispatcher extends KubernetesCrudDispatcher {

  /** Told of each change, in order, while the dispatcher's write lock is held. */
  interface Listener {
    void changed(String path, String before, String after);
  }

  private final Listener listener;

  MockDispatcher(Listener listener) {
    this.listener = listener;
  }

  MockResponse call(HttpMethod method, String path, String body) {
    Buffer buffer = new Buffer().writeUtf8(body);
    return dispatch(
        new RecordedRequest("HTTP/1.1", method, path, Headers.builder().build(), buffer));
  }

  @Override
  public void processEvent(
      String path,
      AttributeSet pathAttributes,
      AttributeSet oldAttributes,
      GenericKubernetesResource resource,
      String newState) {
    String before = oldAttributes == null ? null : getMap().get(oldAttributes);
    super.processEvent(path, pathAttributes, oldAttributes, resource, newState);
    if (!Objects.equals(before, newState)) {
      listener.changed(path, before, newState);
    }
  }
}
