package io.jenkins.plugins.austa.bench.waiting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.sandbox.access.ClusterAccess;
import io.jenkins.plugins.austa.sandbox.net.Loopback;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * The process with a cluster on which all is well and nothing moves: API server with TLS, public
 * route and Prometheus. The sandbox would run thousands of pods and take the machine from what is
 * measured. Says where it is on one line and ends when its standard input does.
 */
final class StillCluster {
  private static final String NO_ERRORS =
      """
      {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"0"]}]}}\
      """;

  private StillCluster() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    ClusterAccess access = ClusterAccess.create();
    HttpServerOptions secured = access.secure(new HttpServerOptions());
    URI api = at("https", listen(Loopback.server(vertx, secured, new StillApi()::answer)));
    URI entry = at("http", listen(Loopback.server(vertx, StillCluster::page)));
    URI metrics = at("http", listen(Loopback.server(vertx, StillCluster::metrics)));
    String kubeconfig = kubeconfig(api.toString(), access.authorityData(), access.token());
    Map<String, String> address =
        Map.of("kubeconfig", kubeconfig, "entry", entry.toString(), "metrics", metrics.toString());
    System.out.println(new ObjectMapper().writeValueAsString(address));
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }

  private static int listen(HttpServer server) {
    return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
  }

  private static URI at(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  /** Every path is answered by the first revision of its release. */
  private static void page(HttpServerRequest request) {
    request.response().putHeader("X-Austa-Revision", StillObjects.REVISION).end("{\"ok\":true}");
  }

  private static void metrics(HttpServerRequest request) {
    Handler<Void> answer =
        read -> request.response().putHeader("Content-Type", "application/json").end(NO_ERRORS);
    request.endHandler(answer);
  }

  private static String kubeconfig(String server, String authority, String token) {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: still
      cluster:
        server: SERVER
        certificate-authority-data: AUTHORITY
    users:
    - name: still
      user:
        token: TOKEN
    contexts:
    - name: still
      context:
        cluster: still
        user: still
    current-context: still
    """
        .replace("SERVER", server)
        .replace("AUTHORITY", authority)
        .replace("TOKEN", token);
  }
}
