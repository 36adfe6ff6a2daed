package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import java.io.Console;
import java.io.IOException;

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
    if (console == null) {
      throw new UnfitInputException(
          "going to "
              + what
              + " takes somebody's word, and there is no terminal to ask at; say --yes to go on"
              + " without");
    }
    String typed = console.readLine("Going to %s.%nType \"%s\" to go on: ", what, environment);
    if (typed == null || !typed.strip().equals(environment)) {
      throw new IOException("That is not " + environment + ". Nothing was touched.");
    }
  }
}
