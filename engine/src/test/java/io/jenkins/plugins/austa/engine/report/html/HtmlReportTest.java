package io.jenkins.plugins.austa.engine.report.html;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.SampleRuns;
import io.jenkins.plugins.austa.engine.report.html.Pages.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.w3c.dom.Element;

public class HtmlReportTest {
  private static final Set<String> TAGS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "header",
          "nav",
          "main",
          "section",
          "footer",
          "h1",
          "h2",
          "h3",
          "p",
          "a",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "div",
          "span",
          "strong",
          "code",
          "time",
          "figure",
          "figcaption",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "svg",
          "g",
          "rect",
          "line",
          "path",
          "text");
  private static final List<String> ALL_SECTIONS =
      List.of(
          "stages",
          "rollout",
          "traffic",
          "approval",
          "checks",
          "security",
          "images",
          "migrations",
          "notifications",
          "tools");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void showsEverySectionThatHasSomethingToShow() {
    assertEquals(ALL_SECTIONS, sections(SampleRuns.success()));
    assertEquals(ALL_SECTIONS, sections(SampleRuns.reverted()));
  }

  @Test
  public void leavesOutSectionsWithNothingToShow() {
    assertEquals(List.of("stages", "checks", "tools"), sections(SampleRuns.failedEarly()));
    assertEquals(List.of(), sections(Filled.empty()));
  }

  @Test
  public void everySectionIsLinkedFromTheContents() {
    Page page = page(SampleRuns.success());
    List<String> links = page.all("a").stream().map(a -> a.getAttribute("href")).toList();
    for (String section : ALL_SECTIONS) {
      assertTrue(section, links.contains("#" + section));
    }
    for (String link : links) {
      assertTrue(link, sections(SampleRuns.success()).contains(link.substring(1)));
    }
  }

  @Test
  public void holdsForAnyText() {
    Random random = new Random(42);
    for (int i = 0; i < 150; i++) {
      RunReport run = Filled.with(() -> Hostile.text(random), random);
      Page page = page(run);
      for (Element element : page.all("*")) {
        assertTrue(
            "seed 42, run " + i + ": " + element.getTagName(), TAGS.contains(element.getTagName()));
        Page.attributes(element)
            .forEach(a -> assertFalse(a.getName(), a.getName().startsWith("on")));
      }
      assertEquals(
          "seed 42, run " + i, Hostile.asShown(run.checks().get(0).service()), value(page, run));
    }
  }

  @Test
  public void asksForNothingAndRunsNothing() throws Exception {
    for (RunReport run :
        List.of(SampleRuns.success(), SampleRuns.reverted(), SampleRuns.failedEarly())) {
      Page page = page(run);
      for (String tag :
          List.of("script", "link", "img", "iframe", "object", "image", "use", "form")) {
        assertEquals(tag, List.of(), page.all(tag));
      }
      for (Element element : page.all("*")) {
        assertFalse("a style attribute", element.hasAttribute("style"));
        assertFalse("a source", element.hasAttribute("src"));
      }
      byte[] css = page.all("style").get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
      String hash =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(css));
      assertTrue(page.all("meta").get(1).getAttribute("content").contains("'sha256-" + hash + "'"));
    }
  }

  @Test
  public void canBeReadWithoutSeeingIt() {
    Page page = page(SampleRuns.reverted());
    assertEquals(1, page.all("h1").size());
    page.all("table")
        .forEach(table -> assertEquals("caption", table.getFirstChild().getNodeName()));
    page.all("th").forEach(head -> assertEquals("col", head.getAttribute("scope")));
    for (Element svg : page.all("svg")) {
      boolean outermost = !svg.getParentNode().getNodeName().equals("svg");
      boolean said = svg.hasAttribute("aria-label") || svg.hasAttribute("aria-hidden");
      assertTrue("a drawing that nobody hears of", said || !outermost);
    }
    Set<String> ids = new HashSet<>();
    for (Element element : page.all("*")) {
      assertTrue(
          element.getAttribute("id"),
          element.getAttribute("id").isEmpty() || ids.add(element.getAttribute("id")));
    }
    page.all("section")
        .forEach(section -> assertTrue(ids.contains(section.getAttribute("aria-labelledby"))));
  }

  @Test
  public void saysInWordsWhatColoursSay() {
    String text = page(SampleRuns.reverted()).all("body").get(0).getTextContent();
    assertTrue(text.contains("Production failed"));
    assertTrue(text.contains("✕ failed requests"));
    assertTrue(text.contains("revert decided 10:00:39"));
    assertTrue(text.contains("The rollout was reverted: production is served by blue, revision 6"));
    assertTrue(text.contains("error-rate"));
  }

  @Test
  public void saysAtTheTopAndInTheTableWhatDidNotRunLive() {
    Page page = page(SampleRuns.success());
    assertTrue(
        page.texts("header").get(0).contains("not everything ran live trivy, docker, kubernetes"));
    String tools = section(page, "tools").getTextContent();
    assertTrue(tools.contains("! recorded"));
    assertTrue(tools.contains("! stand-in"));
    assertFalse(page(SampleRuns.failedEarly()).texts("header").get(0).contains("ran live"));
  }

  @Test
  public void saysWhichFindingsBlockAndWhichScannerIsBroken() {
    Page page = page(SampleRuns.blocked());
    String gate = section(page, "security").getTextContent();
    assertTrue(gate, gate.contains("criticalCVE-2026-40001libexpat2.6.12.6.4"));
    assertTrue(gate, gate.contains("✕ blocks"));
    assertTrue(gate, gate.contains("✕ broken"));
    assertTrue(gate, gate.contains("the 2 most important of 6"));
    assertEquals(
        List.of("1 critical", "1 high", "0 medium", "4 low", "0 unknown"),
        page.all("li").stream()
            .filter(item -> item.getAttribute("class").startsWith("severity "))
            .map(Element::getTextContent)
            .toList());
  }

  @Test
  public void drawsACrossForEachSecondWithFailures() {
    assertEquals(8, crosses(SampleRuns.reverted()));
    assertEquals(0, crosses(SampleRuns.success()));
  }

  @Test
  public void isTheSameForTheSameRun() throws IOException {
    assertEquals(
        HtmlReport.toHtml(SampleRuns.reverted()), HtmlReport.toHtml(SampleRuns.reverted()));
    Path file = folder.getRoot().toPath().resolve("target/austa/report.html");
    HtmlReport.write(SampleRuns.reverted(), file);
    assertEquals(HtmlReport.toHtml(SampleRuns.reverted()), Files.readString(file));
  }

  @Test
  public void asAnArtefactItTakesItsStyleFromTheFileBesideIt() {
    Page page = Pages.parse(HtmlReport.toArtifact(SampleRuns.success()));

    Element link = page.all("link").get(0);
    assertEquals("stylesheet", link.getAttribute("rel"));
    assertEquals(HtmlReport.STYLE_SHEET, link.getAttribute("href"));
    String policy =
        page.all("meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(meta -> meta.getAttribute("content"))
            .findFirst()
            .orElseThrow();
    assertTrue(policy, policy.contains("default-src 'none'; style-src 'self' 'sha256-"));
    assertEquals(HtmlReport.styleSheet(), page.all("style").get(0).getTextContent());
  }

  @Test
  public void whatNobodyMeasuredTookNoTimeThatIsTold() {
    Markup out = new Markup();
    Cell.took(0).write(out);
    Cell.took(1_500).write(out);
    assertEquals("<!DOCTYPE html>–1.5 s\n", out.document());
  }

  @Test
  public void onADiskItAsksForNoOtherFile() {
    assertEquals(List.of(), page(SampleRuns.success()).all("link"));
    assertFalse(HtmlReport.toHtml(SampleRuns.success()).contains("'self'"));
  }

  private static long crosses(RunReport run) {
    return page(run).all("path").stream()
        .filter(p -> p.getAttribute("class").equals("cross"))
        .count();
  }

  private static Element section(Page page, String id) {
    return page.all("section").stream()
        .filter(section -> section.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The first cell of the first check. */
  private static String value(Page page, RunReport run) {
    Element checks = section(page, "checks");
    String shown = checks.getElementsByTagName("td").item(0).getTextContent();
    return run.checks().get(0).service().isBlank() ? run.checks().get(0).service() : shown;
  }

  private static List<String> sections(RunReport run) {
    return page(run).all("section").stream().map(section -> section.getAttribute("id")).toList();
  }

  private static Page page(RunReport run) {
    return Pages.parse(HtmlReport.toHtml(run));
  }
}
