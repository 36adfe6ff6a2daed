package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import io.jenkins.plugins.austa.sandbox.node.PodServer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One public request on its way to a pod and back. Another pod is tried when a connection is
 * refused, and, for requests that are safe to repeat and have no body, when a connection breaks
 * before the answer begins.
 */
final class ProxyExchange {
  private static final Logger LOGGER = LoggerFactory.getLogger(ProxyExchange.class);
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "proxy-connection",
          PodServer.PUBLIC.toLowerCase(Locale.ROOT));
  private static final Set<HttpMethod> REPEATABLE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final long ANSWER_MILLIS = 60_000;

  private final HttpClient client;
  private final HttpServerRequest request;
  private final boolean hasBody;
  private final Iterator<PodAddress> pods;

  ProxyExchange(HttpClient client, HttpServerRequest request, List<PodAddress> pods) {
    this.client = client;
    this.request = request;
    this.pods = pods.iterator();
    String length = request.getHeader("Content-Length");
    this.hasBody =
        request.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
  }

  void start() {
    request.pause();
    tryNext("no pod left to try");
  }

  private void tryNext(String why) {
    if (!pods.hasNext()) {
      IngressProxy.refuse(request, 502, why);
      return;
    }
    PodAddress pod = pods.next();
    pod.enter();
    RequestOptions options =
        new RequestOptions()
            .setServer(pod.socket())
            .setHost(pod.socket().host())
            .setPort(pod.socket().port())
            .setMethod(request.method())
            .setURI(request.uri())
            .setIdleTimeout(ANSWER_MILLIS);
    client
        .request(options)
        .onFailure(
            e -> {
              LOGGER.debug("{} refused a connection", pod.socket(), e);
              pod.leave();
              tryNext("connection to pod failed: " + e.getMessage());
            })
        .onSuccess(outgoing -> exchange(pod, outgoing));
  }

  private void exchange(PodAddress pod, HttpClientRequest outgoing) {
    copy(request.headers(), outgoing.headers());
    outgoing.putHeader(PodServer.PUBLIC, "public");
    outgoing.putHeader("X-Forwarded-For", request.remoteAddress().host());
    outgoing.putHeader("X-Forwarded-Proto", "http");
    Future<HttpClientResponse> answer;
    if (hasBody) {
      outgoing.setChunked(request.getHeader("Content-Length") == null);
      answer = outgoing.send(request);
    } else {
      answer = outgoing.send();
    }
    answer.compose(this::respond).onComplete(done -> pod.leave());
    answer.onFailure(this::broken);
  }

  private void broken(Throwable e) {
    LOGGER.debug("A pod broke the connection before it answered", e);
    if (!hasBody && REPEATABLE.contains(request.method())) {
      tryNext("connection to pod broke: " + e.getMessage());
    } else {
      IngressProxy.refuse(request, 502, "connection to pod broke: " + e.getMessage());
    }
  }

  /** Passes an answer on; completes when all of it has been, or cannot be. */
  private Future<Void> respond(HttpClientResponse answer) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      answer.request().reset();
      return Future.succeededFuture();
    }
    // A user who leaves takes the pod's answer along; nobody is left to write it to.
    response.closeHandler(left -> answer.request().reset());
    request.resume();
    response.setStatusCode(answer.statusCode());
    copy(answer.headers(), response.headers());
    return isBodiless(answer)
        ? answer.end().compose(ended -> response.end())
        : stream(answer, response);
  }

  private boolean isBodiless(HttpClientResponse answer) {
    return request.method().equals(HttpMethod.HEAD)
        || answer.statusCode() == 204
        || answer.statusCode() == 304;
  }

  private Future<Void> stream(HttpClientResponse answer, HttpServerResponse response) {
    response.setChunked(answer.getHeader("Content-Length") == null);
    // An answer that broke off must look broken: ending it would pass it off as whole.
    return answer
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onFailure(
            e -> {
              LOGGER.debug("An answer broke off", e);
              if (!response.closed()) {
                request.connection().close();
              }
            });
  }

  private static void copy(MultiMap from, MultiMap to) {
    from.forEach(
        header -> {
          if (!HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
            to.add(header.getKey(), header.getValue());
          }
        });
  }
}
