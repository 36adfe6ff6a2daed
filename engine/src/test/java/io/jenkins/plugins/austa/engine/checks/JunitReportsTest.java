package io.jenkins.plugins.austa.engine.checks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The reports here are hand-written in the shapes of Node's, pytest's and Surefire's. */
public class JunitReportsTest {
  private static final String MIXED =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <testsuites><testsuite name="pytest" errors="9" failures="9" tests="9">
      <testcase classname="tests.test_a" name="test_ok" time="0.1"/>
      <testcase classname="tests.test_a" name="test_skip"><skipped message="later"/></testcase>
      <testcase classname="tests.test_a" name="test_bad"><failure message="assert 1 == 2&#10; at x">long</failure></testcase>
      <testsuite><testcase name="boom"><error>NullPointer <![CDATA[<here>]]></error></testcase></testsuite>
      <testcase name="both"><failure>a</failure><error>b</error></testcase>
      </testsuite></testsuites>""";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void countsTheCasesAndNotTheTotalsBesideThem() throws Exception {
    JunitSummary summary = JunitReports.read(write(MIXED));

    assertEquals(
        new JunitSummary(5, 2, 1, 1, "tests.test_a test_bad: assert 1 == 2 at x"), summary);
    assertFalse(summary.green());
  }

  @Test
  public void failureWithoutMessageShowsItsText() throws Exception {
    String report =
        "<testsuite><testcase name=\"t\"><failure>one <![CDATA[<two>]]></failure></testcase></testsuite>";

    assertEquals("t: one <two>", JunitReports.read(write(report)).firstFailure());
  }

  @Test
  public void filesAddUpAndKeepTheFirstFailure() throws Exception {
    JunitSummary summary =
        JunitReports.read(
            List.of(
                write("<testsuite><testcase name='a'/></testsuite>"), write(MIXED), write(MIXED)));

    assertEquals(11, summary.tests());
    assertEquals(4, summary.failures());
    assertTrue(summary.firstFailure().startsWith("tests.test_a"));
  }

  @Test
  public void reportWithoutARunTestIsNotGreen() throws Exception {
    assertFalse(JunitReports.read(write("<testsuites/>")).green());
    assertFalse(JunitReports.read(List.of()).green());
    assertFalse(
        JunitReports.read(write("<testsuite><testcase name='a'><skipped/></testcase></testsuite>"))
            .green());
    assertTrue(JunitReports.read(write("<testsuite><testcase name='a'/></testsuite>")).green());
  }

  @Test
  public void suiteThatBrokeOutsideItsCasesIsNotGreen() throws Exception {
    String report = "<testsuite><testcase name='a'/><error message='teardown'/></testsuite>";

    assertFalse(JunitReports.read(write(report)).green());
  }

  @Test
  public void failureIsBounded() throws Exception {
    String report =
        "<testsuite><testcase name='a'><failure>"
            + "x".repeat(1_000_000)
            + "</failure></testcase></testsuite>";

    assertTrue(JunitReports.read(write(report)).firstFailure().length() <= 300);
  }

  @Test
  public void everyTruncationIsRefused() throws Exception {
    for (int length = 0; length < MIXED.length(); length++) {
      Path cut = write(MIXED.substring(0, length));
      assertThrows(CheckReportException.class, () -> JunitReports.read(cut));
      Files.delete(cut);
    }
  }

  @Test
  public void entitiesAreRefusedWhereverTheyStand() throws Exception {
    Path secret = write("secret-of-this-machine");
    String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;\">]>";
    for (String prolog : List.of("", external, bomb)) {
      refuses(prolog + "<testsuite>&e;</testsuite>", "refers to an entity");
      refuses(
          prolog + "<testsuite><testcase name='a'><failure message='&e;'/></testcase></testsuite>",
          "");
    }
  }

  @Test
  public void parameterEntityIsNeverFetched() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      server.setSoTimeout(100);

      JunitReports.read(write("<!DOCTYPE testsuite SYSTEM \"" + url + "\"><testsuite/>"));
      JunitReports.read(
          write("<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]><testsuite/>"));

      assertThrows(SocketTimeoutException.class, server::accept);
    }
  }

  @Test
  public void charactersThatXmlEscapesAreRead() throws Exception {
    String report =
        "<testsuite><testcase name=\"&lt;t&gt;\"><failure>a &lt; b &#38; &quot;c&quot;</failure></testcase></testsuite>";

    assertEquals("<t>: a < b & \"c\"", JunitReports.read(write(report)).firstFailure());
  }

  @Test
  public void otherXmlAndMissingFilesAreRefused() throws Exception {
    refuses("<project/>", "no JUnit XML");
    assertThrows(CheckReportException.class, () -> JunitReports.read(Path.of("gone.xml")));
  }

  private void refuses(String text, String why) throws IOException {
    Path file = write(text);
    CheckReportException e =
        assertThrows(CheckReportException.class, () -> JunitReports.read(file));
    assertTrue(e.getMessage(), e.getMessage().contains(why));
    assertFalse(e.getMessage(), e.getMessage().contains("secret-of-this-machine"));
  }

  private Path write(String text) throws IOException {
    Path file = Files.createTempFile(folder.getRoot().toPath(), "TEST", ".xml");
    return Files.writeString(file, text);
  }
}
