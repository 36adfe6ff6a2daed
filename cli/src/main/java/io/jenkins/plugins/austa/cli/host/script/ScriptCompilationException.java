package io.jenkins.plugins.austa.cli.host.script;

import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** A script does not compile; the message has one line per error: file, line, column, reason. */
public final class ScriptCompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ScriptCompilationException(String message, Throwable cause) {
    super(message, cause);
  }

  static ScriptCompilationException of(MultipleCompilationErrorsException errors) {
    StringBuilder text = new StringBuilder();
    ErrorCollector collector = errors.getErrorCollector();
    for (int i = 0; i < collector.getErrorCount(); i++) {
      text.append(i == 0 ? "" : "\n").append(line(collector.getError(i)));
    }
    return new ScriptCompilationException(text.toString(), errors);
  }

  private static String line(Message message) {
    if (message instanceof SyntaxErrorMessage error) {
      SyntaxException e = error.getCause();
      String reason = e.getOriginalMessage().replaceAll("\\s*\\R\\s*", " ").trim();
      String file = e.getSourceLocator() == null ? "script" : e.getSourceLocator();
      return ScriptLocation.shown(file)
          + ":"
          + e.getLine()
          + ":"
          + e.getStartColumn()
          + ": "
          + reason;
    }
    if (message instanceof ExceptionMessage error) {
      return String.valueOf(error.getCause().getMessage());
    }
    return message instanceof SimpleMessage simple ? simple.getMessage() : message.toString();
  }
}
