package io.jenkins.plugins.austa.engine.checks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The reports here are hand-written in the shapes of Node's, pytest-cov's and coverage.py's. */
public class CoverageReportsTest {
  private static final String COBERTURA =
      """
      <?xml version="1.0" ?>
      <coverage line-rate="1"><packages><package><classes>
      <class filename="a.py"><methods><method><lines><line number="1" hits="1"/></lines></method></methods>
      <lines><line number="1" hits="1"/><line number="2" hits="0"/><line number="3" hits="12"/></lines></class>
      <class filename="b.py"><methods/><lines><line number="1" hits="0"/></lines></class>
      </classes></package></packages></coverage>""";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void lcovAddsUpItsRecords() throws Exception {
    Coverage coverage =
        read(
            "TN:\nSF:a.js\nDA:1,1\nDA:2,0\nLF:4\nLH:3\nend_of_record\n"
                + "SF:b.js\nDA:1,5\nDA:2,0\nend_of_record\n");

    assertEquals(new Coverage(4, 6), coverage);
    assertEquals(66.67, coverage.percent(), 0.01);
  }

  @Test
  public void coberturaCountsEachLineOnce() throws Exception {
    assertEquals(new Coverage(2, 4), read(COBERTURA));
  }

  @Test
  public void documentTypeThatIstanbulWritesIsPassedOver() throws Exception {
    String istanbul =
        COBERTURA.replace(
            "?>", "?><!DOCTYPE coverage SYSTEM \"http://127.0.0.1:9/xml/coverage-04.dtd\">");

    assertEquals(new Coverage(2, 4), read(istanbul));
  }

  @Test
  public void noLinesAreNotFullCoverage() throws Exception {
    assertEquals(0.0, read("<coverage/>").percent(), 0);
  }

  @Test
  public void whatIsNoCoverageIsRefused() {
    refuses("", "no record");
    refuses("SF:a.js\nDA:1,1\n", "ends in the middle");
    refuses("SF:a.js\nLF:1\nLH:2\nend_of_record\n", "more lines hit than found");
    refuses("SF:a.js\nDA:1,many\nend_of_record\n", "no number");
    refuses("<report/>", "no Cobertura");
    refuses("<coverage><line hits='x'/></coverage>", "number of hits");
    refuses("<!DOCTYPE c [<!ENTITY e \"x\">]><coverage>&e;</coverage>", "refers to an entity");
    for (int length = 0; length < COBERTURA.length(); length++) {
      refuses(COBERTURA.substring(0, length), "");
    }
  }

  private void refuses(String text, String why) {
    CheckReportException e = assertThrows(text, CheckReportException.class, () -> read(text));
    assertTrue(e.getMessage(), e.getMessage().contains(why));
  }

  private Coverage read(String text) throws CheckReportException, IOException {
    Path file = folder.getRoot().toPath().resolve("coverage");
    Files.writeString(file, text);
    return CoverageReports.read(file);
  }
}
