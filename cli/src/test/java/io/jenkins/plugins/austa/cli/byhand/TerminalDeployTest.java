package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;

/** At a terminal, production is deployed to by typing its name. */
public class TerminalDeployTest {
  @Rule public final Shop shop = new Shop();

  @Test
  public void productionIsDeployedToByTypingItsName() throws Exception {
    String before = shop.everything();

    AustaJvm refused = typing("yes");

    assertEquals(refused.output(), 1, refused.exitCode());
    assertTrue(refused.output(), refused.output().contains("That is not production."));
    assertEquals(before, shop.everything());

    AustaJvm deployed = typing("production");

    assertEquals(deployed.output(), 0, deployed.exitCode());
    assertEquals("1", shop.revisionOfPublicAnswers());
  }

  private AustaJvm typing(String answer) throws Exception {
    assumeTrue("needs a program that makes a terminal", AustaJvm.has("script"));
    String words =
        AustaJvm.command(shop.words("deploy", "-e", "production", "-t", "v1")).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    boolean[] typed = new boolean[1];
    return AustaJvm.run(
        List.of("script", "--quiet", "--return", "--command", words, "/dev/null"),
        (process, line) -> {
          if (!typed[0] && line.contains("Going to deploy v1 to production in context")) {
            typed[0] = true;
            type(process, answer);
          }
        });
  }

  private static void type(Process process, String answer) {
    try {
      Writer keyboard = process.outputWriter(StandardCharsets.UTF_8);
      keyboard.write(answer + "\n");
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
