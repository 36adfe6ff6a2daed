package io.jenkins.plugins.austa.cli.console;

import java.io.Console;

/** Whether people sit at the other end. */
final class Interactive {
  private Interactive() {}

  /** False where input or output of this process is a file, a pipe or nothing. */
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && saysItIsOne(console);
  }

  /**
   * Since Java 22 there is a console even without a terminal; it has a method that tells. Before,
   * its being there says it.
   */
  private static boolean saysItIsOne(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
