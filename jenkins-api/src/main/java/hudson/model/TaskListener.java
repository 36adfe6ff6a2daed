package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Where a task writes its log. */
public interface TaskListener extends SerializableOnlyOverRemoting {
  /** Swallows everything. */
  TaskListener NULL = new NullTaskListener();

  /** Returns the log; writes from several threads do not mix within a line. */
  @NonNull
  PrintStream getLogger();

  /** Returns the encoding of the log. */
  @NonNull
  default Charset getCharset() {
    return Charset.defaultCharset();
  }

  private PrintWriter _error(String prefix, String msg) {
    PrintStream out = getLogger();
    out.print(prefix);
    out.println(msg);
    return new PrintWriter(new OutputStreamWriter(out, getCharset()), true);
  }

  /** Writes a link to {@code url}; here its text alone. */
  default void hyperlink(String url, String text) throws IOException {
    getLogger().print(text);
  }

  /** Writes that something failed; details may go to the returned writer. */
  @NonNull
  default PrintWriter error(String msg) {
    return _error("ERROR: ", msg);
  }

  /** Writes that something failed, by {@link String#format}. */
  @NonNull
  default PrintWriter error(String format, Object... args) {
    return error(String.format(format, args));
  }

  /** Writes that the task cannot go on; details may go to the returned writer. */
  @NonNull
  default PrintWriter fatalError(String msg) {
    return _error("FATAL: ", msg);
  }

  /** Writes that the task cannot go on, by {@link String#format}. */
  @NonNull
  default PrintWriter fatalError(String format, Object... args) {
    return fatalError(String.format(format, args));
  }
}
