package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PublicHttpProbeTest {

  private static final int REQUESTS = 200;

  private final CountDownLatch ended = new CountDownLatch(1);
  private HttpServer server;
  private HttpHandler handler = exchange -> answer(exchange, 200, "a page");

  @Before
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> handler.handle(exchange));
    server.start();
  }

  @After
  public void stop() {
    ended.countDown();
    server.stop(0);
  }

  @Test
  public void tellsStatusAndRevision() throws Exception {
    assertEquals(ProbeAnswer.of(200, Optional.of("7")), ask(Duration.ofSeconds(10)));
  }

  @Test
  public void anAnswerWithoutABodyIsAnAnswer() throws Exception {
    handler = exchange -> answer(exchange, 204, "");

    assertEquals(ProbeAnswer.of(204, Optional.of("7")), ask(Duration.ofSeconds(10)));
  }

  @Test
  public void aRedirectIsNotFollowed() throws Exception {
    handler =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          answer(exchange, 302, "");
        };

    assertEquals(302, ask(Duration.ofSeconds(10)).status());
  }

  @Test
  public void anAnswerThatStopsInTheMiddleIsNone() throws Exception {
    handler =
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          awaitEnd();
        };

    assertTrue(ask(Duration.ofMillis(300)).trouble().isPresent());
  }

  @Test
  public void whereNobodyListensThereIsNoAnswer() throws Exception {
    stop();

    assertTrue(ask(Duration.ofSeconds(10)).trouble().isPresent());
  }

  @Test
  public void anAnswerTakesNoThreadOfItsOwn() throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ask(Duration.ofSeconds(10));
    long before = threads.getTotalStartedThreadCount();

    for (int i = 0; i < REQUESTS; i++) {
      assertEquals(200, ask(Duration.ofSeconds(10)).status());
    }

    long started = threads.getTotalStartedThreadCount() - before;
    assertTrue(started + " threads for " + REQUESTS + " answers", started < REQUESTS / 10);
  }

  private ProbeAnswer ask(Duration timeout) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
    return new PublicHttpProbe(timeout).get(address).get(30, TimeUnit.SECONDS);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set(Convergence.HEADER, "7");
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
    exchange.getResponseBody().write(body.getBytes());
    exchange.close();
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
