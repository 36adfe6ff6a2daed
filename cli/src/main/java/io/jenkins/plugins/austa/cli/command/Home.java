package io.jenkins.plugins.austa.cli.command;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the checkout that this program was built in. */
final class Home {

  private Home() {}

  /**
   * The folder of the sample platform.
   *
   * @throws WrongUseException when the program does not stand in a checkout
   */
  static Path sample() throws WrongUseException {
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    try {
      for (Path folder = Path.of(source.getLocation().toURI());
          folder != null;
          folder = folder.getParent()) {
        Path sample = folder.resolve("test/cockpit");
        if (Files.exists(sample.resolve("Jenkinsfile"))) {
          return sample;
        }
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies at an unusable address", e);
    }
    throw new WrongUseException(
        "the sample platform test/cockpit is not above this program; run ./austa in a checkout, or"
            + " \"austa run DIR\" for a repository of your own");
  }
}
