package io.jenkins.plugins.austa.cli.host.run;

import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import io.jenkins.plugins.austa.cli.host.flow.LineStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Where one step writes its log; saved as no more than the number of the step. */
final class StageListener implements TaskListener, HostOwned {
  private static final long serialVersionUID = 1L;
  static final String KEY = "listener:";

  private final int node;
  private final transient LineStream lines;
  private final transient PrintStream logger;

  StageListener(int node, Consumer<String> log, UnaryOperator<OutputStream> decoration) {
    this.node = node;
    this.lines = new LineStream(StandardCharsets.UTF_8, log);
    this.logger = new PrintStream(decoration.apply(lines), true, StandardCharsets.UTF_8);
  }

  @Override
  public PrintStream getLogger() {
    return logger;
  }

  @Override
  public Charset getCharset() {
    return StandardCharsets.UTF_8;
  }

  /** Writes out a line that has no end yet. */
  void finish() {
    logger.flush();
    lines.close();
  }

  @Override
  public String hostKey() {
    return KEY + node;
  }
}
