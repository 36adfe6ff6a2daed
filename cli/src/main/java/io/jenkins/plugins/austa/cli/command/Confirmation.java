package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import java.io.Console;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Asks whoever sits at the terminal to type the environment's name. */
final class Confirmation {

  private Confirmation() {}

  /**
   * Asks.
   *
   * @param what is going to be done, as in "Going to " + what
   * @throws UnfitInputException when there is nobody to ask
   * @throws IOException when something else was typed
   */
  static void ask(String environment, String what) throws UnfitInputException, IOException {
    Console console = System.console();
    ask(environment, what, console == null ? null : question -> console.readLine("%s", question));
  }

  /**
   * @param terminal from a question to what was typed, null at its end; null when there is none
   */
  static void ask(String environment, String what, UnaryOperator<String> terminal)
      throws UnfitInputException, IOException {
    if (terminal == null) {
      throw new UnfitInputException(
          "going to "
              + what
              + " takes somebody's word, and there is no terminal to ask at; say --yes to go on"
              + " without");
    }
    String typed =
        terminal.apply("Going to %s.%nType \"%s\" to go on: ".formatted(what, environment));
    if (typed == null || !typed.strip().equals(environment)) {
      throw new IOException("That is not " + environment + ". Nothing was touched.");
    }
  }
}
