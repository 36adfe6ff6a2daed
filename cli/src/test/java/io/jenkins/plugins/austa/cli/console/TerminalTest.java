package io.jenkins.plugins.austa.cli.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TerminalTest {
  @Test
  public void noColorMeansNoColourWhateverItSays() {
    assertTrue(Terminal.mayColour(Map.of()));
    assertTrue("set to nothing is not set", Terminal.mayColour(Map.of("NO_COLOR", "")));
    assertFalse(Terminal.mayColour(Map.of("NO_COLOR", "1")));
    assertFalse(Terminal.mayColour(Map.of("NO_COLOR", "false")));
  }

  @Test
  public void aTerminalThatNamesNoTypeIsDumb() {
    assertTrue(Terminal.isDumb(Map.of()));
    assertTrue(Terminal.isDumb(Map.of("TERM", "dumb")));
    assertFalse(Terminal.isDumb(Map.of("TERM", "xterm-256color")));
  }

  @Test
  public void theFirstLocaleThatIsSetDecides() {
    assertFalse(Terminal.isUtf8(Map.of()));
    assertTrue(Terminal.isUtf8(Map.of("LANG", "en_GB.UTF-8")));
    assertTrue(Terminal.isUtf8(Map.of("LC_ALL", "C.utf8", "LANG", "C")));
    assertFalse(Terminal.isUtf8(Map.of("LC_ALL", "C", "LANG", "en_GB.UTF-8")));
  }

  @Test
  public void readsSizesAndRefusesUnusableOnes() {
    assertEquals(Optional.of(new TerminalSize(132, 43)), TerminalSize.parse("43 132\n"));
    assertEquals(Optional.empty(), TerminalSize.parse("0 0\n"));
    assertEquals(Optional.empty(), TerminalSize.parse("null null"));
    assertEquals(Optional.empty(), TerminalSize.parse("99999999999 80"));
    assertEquals(
        Optional.of(new TerminalSize(100, 30)),
        TerminalSize.ask(Map.of("LINES", "30", "COLUMNS", "100")));
  }

  @Test
  public void isPlainWithoutATerminal() {
    // Maven's tests have a pipe for an output.
    Terminal detected = Terminal.detect(Map.of("TERM", "xterm", "LANG", "en_GB.UTF-8"));
    assertEquals(Terminal.plain(true), detected);
  }
}
