package io.jenkins.plugins.austa.cli.host;

import java.io.Console;
import java.util.concurrent.CompletableFuture;

/** Asks a person yes or no. */
@FunctionalInterface
public interface Prompt {

  /**
   * Asks without blocking.
   *
   * @return completes with the answer, or exceptionally when nobody can be asked
   */
  CompletableFuture<Boolean> ask(String question);

  /** Asks at the terminal this JVM was started from. */
  static Prompt terminal() {
    return question -> {
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      Console console = System.console();
      if (console == null) {
        answer.completeExceptionally(
            new IllegalStateException(
                "there is no terminal; decide beforehand with --approve <environment>=yes|no"));
        return answer;
      }
      Thread reader = new Thread(() -> read(console, question, answer), "austa-prompt");
      reader.setDaemon(true);
      reader.start();
      return answer;
    };
  }

  private static void read(Console console, String question, CompletableFuture<Boolean> answer) {
    while (true) {
      String line = console.readLine("%s [yes/no] ", question);
      if (line == null) {
        answer.completeExceptionally(new IllegalStateException("the terminal was closed"));
        return;
      }
      String word = line.strip();
      if (word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("y")) {
        answer.complete(true);
        return;
      }
      if (word.equalsIgnoreCase("no") || word.equalsIgnoreCase("n")) {
        answer.complete(false);
        return;
      }
    }
  }
}
