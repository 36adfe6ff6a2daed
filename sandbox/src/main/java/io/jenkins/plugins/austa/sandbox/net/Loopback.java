package io.jenkins.plugins.austa.sandbox.net;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on 127.0.0.1. A connection that breaks while it is idle is everyday here, because pods
 * come and go; it is logged for debugging only.
 */
public final class Loopback {
  private static final Logger LOGGER = LoggerFactory.getLogger(Loopback.class);

  private Loopback() {}

  /** A server on a port of its own, not yet listening. */
  public static HttpServer server(Vertx vertx, Handler<HttpServerRequest> handler) {
    return server(vertx, new HttpServerOptions(), handler);
  }

  /** A server on a port of its own, not yet listening, with options of the caller's. */
  public static HttpServer server(
      Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
    options.setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(false);
    return vertx
        .createHttpServer(options)
        .connectionHandler(Loopback::tolerate)
        .exceptionHandler(e -> LOGGER.debug("A connection failed before its first request", e))
        .requestHandler(handler);
  }

  /** A client that gives a connection two seconds to come about; pool sizes are for each server. */
  public static HttpClient client(Vertx vertx, HttpClientOptions options) {
    return vertx
        .httpClientBuilder()
        .with(options.setConnectTimeout(2000))
        // The builder takes the size of the pool from here only, and would take 5.
        .with(new PoolOptions().setHttp1MaxSize(options.getMaxPoolSize()))
        .withConnectHandler(Loopback::tolerate)
        .build();
  }

  private static void tolerate(HttpConnection connection) {
    connection.exceptionHandler(e -> LOGGER.debug("A connection broke", e));
  }
}
