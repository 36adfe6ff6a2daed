package io.jenkins.plugins.austa.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests for a host of the caller's choice, which the JDK's client does not let it name. */
final class PublicSocket {
  private PublicSocket() {}

  /** The status that a GET for a host and path is answered through the public entry. */
  static int status(SandboxCluster cluster, String host, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    return Integer.parseInt(head(cluster, request).split(" ")[1]);
  }

  /**
   * The head of the answer to a request.
   *
   * @param request its head, without the empty line at the end
   */
  static String head(SandboxCluster cluster, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", cluster.publicEntry().getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      return head.toString();
    }
  }
}
