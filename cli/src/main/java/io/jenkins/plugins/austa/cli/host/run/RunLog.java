package io.jenkins.plugins.austa.cli.host.run;

import io.jenkins.plugins.austa.cli.host.RunObserver;
import io.jenkins.plugins.austa.cli.host.flow.SecretMasker;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of a run: every line goes, masked, to a file and to the observer. */
final class RunLog implements AutoCloseable {
  private final BufferedWriter file;
  private final SecretMasker masker;
  private final RunObserver observer;
  private boolean closed;

  RunLog(Path file, SecretMasker masker, RunObserver observer) throws IOException {
    this.file = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.masker = masker;
    this.observer = observer;
  }

  /** Adds a line, or several when the text has line ends. */
  synchronized void append(List<String> path, String text) {
    if (closed) {
      return;
    }
    for (String line : masker.mask(text).split("\\R", -1)) {
      try {
        file.write(path.isEmpty() ? line : "[" + String.join(" / ", path) + "] " + line);
        file.newLine();
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the log of the run cannot be written", e);
      }
      observer.logLine(path, line);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    file.close();
  }
}
