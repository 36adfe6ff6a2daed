package io.jenkins.plugins.austa.engine.report.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.html.Pages.Page;
import java.util.Random;
import org.junit.Test;

public class MarkupTest {
  @Test
  public void escapesTextAndAttributes() {
    String page = new Markup().element("p", "<b>&'\"", "title", "\"><script>").document();
    assertEquals(
        "<!DOCTYPE html><p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;&quot;</p>\n",
        page);
  }

  @Test
  public void anyTextComesBackFromTheParsedPageAsItWas() {
    Random random = new Random(20261123);
    for (int i = 0; i < 2_000; i++) {
      String hostile = Hostile.text(random);
      Page page = Pages.parse(new Markup().element("p", hostile, "title", hostile).document());
      String expected = Hostile.asShown(hostile);
      assertEquals("seed 20261123, text " + i, expected, page.root().getTextContent());
      String title = page.root().getAttribute("title");
      // XML turns line breaks within attributes into blanks.
      assertEquals("seed 20261123, text " + i, expected.replaceAll("[\\n\\t]", " "), title);
    }
  }

  @Test
  public void replacesWhatXmlForbidsAndWhatTurnsTextAround() {
    String page = new Markup().element("p", "a\u0000b\u001B[31mc\u202Ed\uD83De\uFFFE").document();
    assertEquals(
        "a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe\uFFFD", Pages.parse(page).root().getTextContent());
  }

  @Test
  public void cutsTextsThatNobodyReads() {
    String page = new Markup().element("p", "x".repeat(1_000_000)).document();
    assertTrue(page.length() < 5_000);
    assertTrue(page.contains("x… (996000 more characters)"));
  }

  @Test
  public void refusesScriptsStylesAndLinksThatLeaveThePage() {
    assertRefused("p", "onclick", "x");
    assertRefused("p", "OnLoad", "x");
    assertRefused("p", "style", "color: red");
    assertRefused("p", "src", "x.png");
    assertRefused("a", "href", "https://example.com");
    assertRefused("a", "href", "javascript:alert(1)");
    assertRefused("p", "a b", "x");
    assertRefused("p><script", "id", "x");
  }

  @Test
  public void refusesAStyleSheetThatAsksForMore() {
    Markup out = new Markup();
    assertThrows(IllegalArgumentException.class, () -> out.style("a { background: url(x) }"));
    assertThrows(IllegalArgumentException.class, () -> out.style("@import 'x';"));
    assertThrows(IllegalArgumentException.class, () -> out.style("</style><script>"));
  }

  @Test
  public void refusesADocumentWithOpenElements() {
    assertThrows(IllegalStateException.class, () -> new Markup().open("p").document());
  }

  private static void assertRefused(String tag, String attribute, String value) {
    assertThrows(IllegalArgumentException.class, () -> new Markup().open(tag, attribute, value));
  }
}
