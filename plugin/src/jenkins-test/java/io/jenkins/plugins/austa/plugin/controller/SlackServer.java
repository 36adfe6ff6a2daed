package io.jenkins.plugins.austa.plugin.controller;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.util.Secret;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.rules.ExternalResource;

/** Slack on loopback. Answers each message, unless it is told to keep silent. */
final class SlackServer extends ExternalResource {
  private static final byte[] GOOD =
      "{\"ok\":true,\"channel\":\"C0\",\"ts\":\"1.000001\"}".getBytes(StandardCharsets.UTF_8);
  private static final long LONGEST_SECONDS = 30;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private volatile boolean silent;
  private HttpServer server;

  @Override
  protected void before() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @Override
  protected void after() {
    server.stop(0);
  }

  /** Makes Jenkins write to this server, with a token. */
  void connect() throws IOException {
    Site.credential(
        new StringCredentialsImpl(
            CredentialsScope.GLOBAL, "slack-token", "", Secret.fromString("xoxb-a-secret-token")));
    AustaGlobalConfiguration.get()
        .setSlackUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Answers no message from now on. */
  void keepSilent() {
    silent = true;
  }

  /** The next message that came in, waiting for it if need be. */
  String next() throws InterruptedException {
    String message = received.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came in");
    }
    return message;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!silent) {
      exchange.sendResponseHeaders(200, GOOD.length);
      exchange.getResponseBody().write(GOOD);
      exchange.close();
    }
    received.add(body);
  }
}
