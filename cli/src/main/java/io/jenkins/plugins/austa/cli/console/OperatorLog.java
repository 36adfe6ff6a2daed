package io.jenkins.plugins.austa.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where loggers write: the terminal belongs to the run, so only what is serious goes there. */
public final class OperatorLog {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
  private static final Logger ROOT = LogManager.getLogManager().getLogger("");

  private OperatorLog() {}

  /** Keeps everything below SEVERE off the terminal. */
  public static void quiet() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    }
    for (Handler handler : ROOT.getHandlers()) {
      handler.setLevel(Level.SEVERE);
    }
  }

  /** Writes everything that loggers say into a file as well, until it is closed. */
  public static Closeable into(Path file) throws IOException {
    Files.createDirectories(
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder"));
    FileHandler handler = new FileHandler(file.toString(), true);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.ALL);
    ROOT.addHandler(handler);
    return () -> {
      ROOT.removeHandler(handler);
      handler.close();
    };
  }
}
