package io.jenkins.plugins.austa.engine.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.rules.ExternalResource;

/** A receiver on loopback that keeps what it gets and answers as it is told. */
final class SlackReceiver extends ExternalResource {
  record Received(String path, String authorization, String body) {}

  record Answer(int status, String retryAfter, String body, boolean hang) {}

  final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  void answer(int status, String retryAfter, String body) {
    answers.add(new Answer(status, retryAfter, body, false));
  }

  /** Sends headers and never ends the body. */
  void hang() {
    answers.add(new Answer(200, null, "", true));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  @Override
  protected void before() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  protected void after() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Answer answer = answers.remove();
    if (answer.retryAfter() != null) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), answer.hang() ? 100 : body.length);
    if (answer.hang()) {
      awaitClosing();
    }
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
