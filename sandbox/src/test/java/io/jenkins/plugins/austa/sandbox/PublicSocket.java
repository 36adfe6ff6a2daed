package io.jenkins.plugins.austa.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests for a host of the caller's choice, which the JDK's client does not let it name. */
final class PublicSocket {
  private PublicSocket() {}

  /** The status that a GET for a host and path is answered through the public entry. */
  static int status(SandboxCluster cluster, String host, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", cluster.publicEntry().getPort())) {
      socket.setSoTimeout(5000);
      String head = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
