package io.jenkins.plugins.austa.cli.host.flow;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** Cuts what is written into lines; a last line without an end comes out on {@link #close()}. */
public final class LineStream extends OutputStream {
  private final Charset charset;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

  /** Gives each line, without its end, to {@code lines}. */
  public LineStream(Charset charset, Consumer<String> lines) {
    this.charset = charset;
    this.lines = lines;
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n') {
      emit();
    } else {
      partial.write(b);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public synchronized void close() {
    if (partial.size() > 0) {
      emit();
    }
  }

  private void emit() {
    String line = partial.toString(charset);
    partial.reset();
    lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }
}
