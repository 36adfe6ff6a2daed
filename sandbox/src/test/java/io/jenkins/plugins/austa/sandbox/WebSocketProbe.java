package io.jenkins.plugins.austa.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket as the JDK's client sees it. */
final class WebSocketProbe implements WebSocket.Listener {
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;

  private WebSocketProbe() {}

  /**
   * Opens one.
   *
   * @throws java.util.concurrent.CompletionException when the handshake is refused
   */
  static WebSocketProbe open(HttpClient client, URI http, String path, String... headers) {
    WebSocketProbe probe = new WebSocketProbe();
    String scheme = http.getScheme().equals("https") ? "wss" : "ws";
    WebSocket.Builder builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    probe.socket =
        builder.buildAsync(URI.create(scheme + "://" + http.getAuthority() + path), probe).join();
    return probe;
  }

  /** The next message. */
  String next() throws InterruptedException {
    String message = received.poll(5, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("No message within 5 s");
    }
    return message;
  }

  String echo(String message) throws InterruptedException {
    socket.sendText(message, true).join();
    return next();
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  /** The status it is closed with; 1006 when it breaks off. */
  int closeStatus() throws Exception {
    return closed.get(10, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }
}
