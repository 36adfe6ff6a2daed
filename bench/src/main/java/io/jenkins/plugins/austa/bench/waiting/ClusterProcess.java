package io.jenkins.plugins.austa.bench.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link StillCluster} as this process sees it. */
final class ClusterProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final JsonNode address;

  private ClusterProcess(Process process, JsonNode address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it with the class path of this process; blocks until it listens. */
  static ClusterProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StillCluster.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return new ClusterProcess(process, firstLine(process));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  String kubeconfig() {
    return address.path("kubeconfig").asText();
  }

  /** Where users come in. */
  URI entry() {
    return URI.create(address.path("entry").asText());
  }

  /** Base address of Prometheus. */
  URI metrics() {
    return URI.create(address.path("metrics").asText());
  }

  private static JsonNode firstLine(Process process) throws IOException {
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      throw new IOException("the process with the cluster has ended before it listened");
    }
    return new ObjectMapper().readTree(line);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
