package hudson.util;

import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes each line to a logger. */
@SuppressWarnings("deprecation")
public class LogTaskListener extends AbstractTaskListener implements TaskListener, Closeable {
  private static final long serialVersionUID = 1L;

  private final transient PrintStream out;

  /** Writes to {@code logger} at {@code level}. */
  public LogTaskListener(Logger logger, Level level) {
    this.out = new PrintStream(new Lines(logger, level), true, Charset.defaultCharset());
  }

  @Override
  public PrintStream getLogger() {
    return out;
  }

  @Override
  public void close() {
    out.close();
  }

  private static final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Logger logger;
    private final Level level;

    Lines(Logger logger, Level level) {
      this.logger = logger;
      this.level = level;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        end();
      } else if (b != '\r') {
        line.write(b);
      }
    }

    @Override
    public synchronized void close() throws IOException {
      if (line.size() > 0) {
        end();
      }
    }

    private void end() {
      logger.log(level, line.toString(Charset.defaultCharset()));
      line.reset();
    }
  }
}
