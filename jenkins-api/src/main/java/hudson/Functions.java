package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Helpers for pages and logs. */
public class Functions {
  /** Returns the stack trace of {@code t} with all that caused it. */
  public static @NonNull String printThrowable(@CheckForNull Throwable t) {
    if (t == null) {
      return "No exception details";
    }
    StringWriter text = new StringWriter();
    t.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** Writes the stack trace of {@code t}. */
  public static void printStackTrace(@CheckForNull Throwable t, @NonNull PrintWriter pw) {
    pw.println(printThrowable(t).stripTrailing());
  }

  /** Writes the stack trace of {@code t}. */
  public static void printStackTrace(@CheckForNull Throwable t, @NonNull PrintStream ps) {
    ps.println(printThrowable(t).stripTrailing());
  }
}
