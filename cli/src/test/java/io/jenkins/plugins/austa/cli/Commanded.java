package io.jenkins.plugins.austa.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import picocli.CommandLine;

/**
 * One call of the command line in this JVM.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
public record Commanded(int exitCode, String out, String err) {

  /** Calls it. */
  public static Commanded run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    return new Commanded(run(out, err, words), out.toString(), err.toString());
  }

  /** Calls what does not end by itself; returns its exit code. */
  public static int run(Writer out, Writer err, String... words) {
    CommandLine line =
        Austa.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(words);
  }

  /** This, if it has ended well. */
  public Commanded requireSuccess() {
    if (exitCode != 0) {
      throw new AssertionError("exit code " + exitCode + "\n" + out + "\n" + err);
    }
    return this;
  }
}
