package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Keeps every write of a client from the cluster: remembers it, and answers from then on as if it
 * had happened. So the same code that does a thing can be asked what it would do, and cannot do it.
 */
final class CapturedWrites implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final String REVIEWS = "/apis/authorization.k8s.io/";
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final Map<String, ObjectNode> written = new LinkedHashMap<>();
  private int versions;

  /** Objects as they would be, in the order of the first write to each. */
  synchronized List<JsonNode> written() {
    return List.copyOf(written.values());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String path = request.url().encodedPath();
    return switch (request.method()) {
      case "GET", "HEAD" -> read(chain, path);
      // Asks only: nothing of it is stored.
      case "POST" -> path.startsWith(REVIEWS) ? chain.proceed(request) : create(request, path);
      case "PUT" -> write(request, path, OK);
      default ->
          throw new IOException(
              "a dry run sends nothing that writes, and has been asked to " + request.method());
    };
  }

  private Response read(Chain chain, String path) throws IOException {
    synchronized (this) {
      if (written.containsKey(path)) {
        return answer(chain.request(), written.get(path), OK);
      }
    }
    return chain.proceed(chain.request());
  }

  private Response create(Request request, String path) throws IOException {
    String name = body(request).path("metadata").path("name").asText();
    return write(request, path + "/" + name, CREATED);
  }

  private synchronized Response write(Request request, String path, int status) throws IOException {
    ObjectNode object = body(request);
    object.withObjectProperty("metadata").put("resourceVersion", "dry-" + ++versions);
    written.put(path, object);
    return answer(request, object, status);
  }

  private static ObjectNode body(Request request) throws IOException {
    Buffer buffer = new Buffer();
    RequestBody body = request.body();
    if (body != null) {
      body.writeTo(buffer);
    }
    if (JSON.readTree(buffer.readByteArray()) instanceof ObjectNode object) {
      return object;
    }
    throw new IOException("a dry run reads JSON only");
  }

  private static Response answer(Request request, JsonNode object, int status) throws IOException {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("dry run")
        .body(ResponseBody.create(JSON.writeValueAsBytes(object), TYPE))
        .build();
  }
}
