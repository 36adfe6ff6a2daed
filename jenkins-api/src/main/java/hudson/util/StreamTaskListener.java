package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Writes the log to a stream. Does not survive serialisation: the stream stays behind. */
@SuppressWarnings("deprecation")
public class StreamTaskListener extends AbstractTaskListener implements TaskListener, Closeable {
  private static final long serialVersionUID = 1L;

  private final transient PrintStream out;
  private final transient Charset charset;

  /** Writes to {@code out}; null stands for the JVM's default encoding. */
  public StreamTaskListener(@NonNull OutputStream out, @CheckForNull Charset charset) {
    this.charset = charset == null ? Charset.defaultCharset() : charset;
    this.out = out instanceof PrintStream ready ? ready : new PrintStream(out, true, this.charset);
  }

  /** Writes to {@code out}, replacing what it holds. */
  public StreamTaskListener(@NonNull File out, @CheckForNull Charset charset) throws IOException {
    this(out, false, charset);
  }

  /** Writes to {@code out}, at its end if {@code append}. */
  public StreamTaskListener(@NonNull File out, boolean append, @CheckForNull Charset charset)
      throws IOException {
    this(open(out, append), charset);
  }

  private static OutputStream open(File file, boolean append) throws IOException {
    return append
        ? Files.newOutputStream(file.toPath(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
        : Files.newOutputStream(file.toPath());
  }

  /** Writes to the standard output. */
  public static @NonNull StreamTaskListener fromStdout() {
    return new StreamTaskListener(System.out, Charset.defaultCharset());
  }

  /** Writes to the standard error stream. */
  public static @NonNull StreamTaskListener fromStderr() {
    return new StreamTaskListener(System.err, Charset.defaultCharset());
  }

  @Override
  public PrintStream getLogger() {
    return out;
  }

  @Override
  public Charset getCharset() {
    return charset;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Closes the log; a failure to do so is not reported. */
  public void closeQuietly() {
    out.close();
  }
}
