package io.jenkins.plugins.austa.sandbox.route;

import io.jenkins.plugins.austa.sandbox.net.UpgradeTunnel;
import io.jenkins.plugins.austa.sandbox.node.PodAddress;
import io.jenkins.plugins.austa.sandbox.node.PodServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One public WebSocket on its way to a pod; another is tried when one cannot be reached. */
final class ProxyUpgrade {
  private static final Logger LOGGER = LoggerFactory.getLogger(ProxyUpgrade.class);
  private static final String PUBLIC = PodServer.PUBLIC.toLowerCase(Locale.ROOT);

  private final UpgradeTunnel tunnel;
  private final HttpServerRequest request;
  private final Iterator<PodAddress> pods;

  ProxyUpgrade(UpgradeTunnel tunnel, HttpServerRequest request, List<PodAddress> pods) {
    this.tunnel = tunnel;
    this.request = request;
    this.pods = pods.iterator();
  }

  void start() {
    tryNext("no pod left to try");
  }

  private void tryNext(String why) {
    if (!pods.hasNext()) {
      IngressProxy.refuse(request, 502, why);
      return;
    }
    PodAddress pod = pods.next();
    // The handshake only: a pod that ends must not wait for a tunnel that is open.
    pod.enter();
    tunnel
        .open(request, options(pod), header -> !header.equals(PUBLIC))
        .onComplete(
            opened -> {
              pod.leave();
              if (opened.failed()) {
                LOGGER.debug("{} opened no WebSocket", pod.socket(), opened.cause());
                tryNext("connection to pod failed: " + opened.cause().getMessage());
              }
            });
  }

  private RequestOptions options(PodAddress pod) {
    return new RequestOptions()
        .setServer(pod.socket())
        .setHost(pod.socket().host())
        .setPort(pod.socket().port())
        .setMethod(HttpMethod.GET)
        .setURI(request.uri())
        .putHeader(PodServer.PUBLIC, "public")
        .putHeader("X-Forwarded-For", request.remoteAddress().host())
        .putHeader("X-Forwarded-Proto", "http");
  }
}
