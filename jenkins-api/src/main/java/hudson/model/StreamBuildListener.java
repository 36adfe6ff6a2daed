package hudson.model;

import hudson.util.StreamTaskListener;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Writes the log of a build to a stream. */
public class StreamBuildListener extends StreamTaskListener implements BuildListener {
  private static final long serialVersionUID = 1L;

  /** Writes to {@code out}. */
  public StreamBuildListener(OutputStream out, Charset charset) {
    super(out, charset);
  }

  /** Writes to {@code w}. */
  public StreamBuildListener(PrintStream w, Charset charset) {
    super(w, charset);
  }

  /** Writes to {@code out}, replacing what it holds. */
  public StreamBuildListener(File out, Charset charset) throws IOException {
    super(out, charset);
  }
}
