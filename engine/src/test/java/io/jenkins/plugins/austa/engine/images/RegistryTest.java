package io.jenkins.plugins.austa.engine.images;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RegistryTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String host;
  private boolean wantsToken;
  private int status = 200;

  @Before
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/", this::manifest);
    server.createContext("/token", this::token);
    server.start();
    host = "127.0.0.1:" + server.getAddress().getPort();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void aTagIsResolvedToItsDigestWithoutPulling() throws Exception {
    assertEquals(host + "/shop/api@" + DIGEST, pinned(RegistryLogin.NONE, "shop/api:v1.2.3"));
    assertEquals(List.of("HEAD /v2/shop/api/manifests/v1.2.3 -"), asked);
  }

  @Test
  public void aRegistryThatWantsATokenGetsOne() throws Exception {
    wantsToken = true;

    assertEquals(host + "/shop/api@" + DIGEST, pinned(RegistryLogin.NONE, "shop/api:v1"));
    assertEquals(
        List.of(
            "HEAD /v2/shop/api/manifests/v1 -",
            "GET /token?service=hub&scope=repository%3Ashop%2Fapi%3Apull -",
            "HEAD /v2/shop/api/manifests/v1 Bearer given"),
        asked);
  }

  @Test
  public void theLoginGoesToTheTokenServerOnly() throws Exception {
    wantsToken = true;

    pinned(registry -> Optional.of("bG9naW4="), "shop/api:v1");

    assertEquals(1, asked.stream().filter(line -> line.contains("Basic bG9naW4=")).count());
    assertTrue(asked.get(1), asked.get(1).endsWith("Basic bG9naW4="));
  }

  @Test
  public void anImageThatIsNotThereIsToldApartFromOneThatMayNotBeSeen() {
    status = 404;
    RegistryException missing = refused("shop/api:v9");
    assertTrue(missing.isMissing());
    assertTrue(missing.getMessage(), missing.getMessage().contains("has no image " + host));

    status = 403;
    RegistryException denied = refused("shop/api:v9");
    assertFalse(denied.isMissing());
    assertTrue(denied.getMessage(), denied.getMessage().contains("docker login " + host));
  }

  @Test
  public void aRegistryThatDoesNotAnswerIsNotAMissingImage() {
    server.stop(0);

    RegistryException failure = refused("shop/api:v9");

    assertFalse(failure.isMissing());
    assertTrue(failure.getMessage(), failure.getMessage().contains("did not answer for"));
  }

  @Test
  public void namesAreReadAsDockerReadsThem() {
    assertEquals(new ImageName("docker.io", "library/redis", "7"), ImageName.parse("redis:7"));
    assertEquals(new ImageName("docker.io", "shop/api", "latest"), ImageName.parse("shop/api"));
    assertEquals(
        new ImageName("localhost:5000", "api", DIGEST),
        ImageName.parse("localhost:5000/api:v1@" + DIGEST));
    assertEquals(
        "https://registry-1.docker.io/v2/library/redis/manifests/7",
        ImageName.parse("redis:7").manifest().toString());
    assertThrows(IllegalArgumentException.class, () -> ImageName.parse("No Image"));
  }

  private RegistryException refused(String image) {
    return assertThrows(RegistryException.class, () -> pinned(RegistryLogin.NONE, image));
  }

  private String pinned(RegistryLogin login, String image) throws Exception {
    return new Registry(login, Duration.ofSeconds(5)).pinned(host + "/" + image);
  }

  private void manifest(HttpExchange exchange) throws IOException {
    String authorization = note(exchange);
    if (wantsToken && !authorization.startsWith("Bearer ")) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\"http://" + host + "/token\",service=\"hub\",scope=\"x\"");
      exchange.sendResponseHeaders(401, -1);
    } else {
      exchange.getResponseHeaders().add("Docker-Content-Digest", DIGEST);
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    note(exchange);
    byte[] body = "{\"token\":\"given\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String note(HttpExchange exchange) {
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("-");
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorization);
    return authorization;
  }
}
