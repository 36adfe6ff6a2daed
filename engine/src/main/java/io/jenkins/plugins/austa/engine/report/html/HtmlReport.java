package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.AtomicFile;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportException;
import io.jenkins.plugins.austa.engine.report.RunStory;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code report.html}: the report for people, one file that runs no script. Readable from a disk,
 * as a build artefact under Jenkins' content security policy, on paper, on a phone, in the dark and
 * by screen reader. Also well-formed XML. The same report always gives the same page.
 */
public final class HtmlReport {
  /** Name of the style sheet beside a page from {@link #toArtifact}. */
  public static final String STYLE_SHEET = "report.css";

  private static final List<Section> SECTIONS =
      List.of(
          new StageSection(),
          new RolloutSection(),
          new TrafficSection(),
          new ApprovalSection(),
          new CheckSection(),
          new GateSection(),
          new ImageSection(),
          new MigrationSection(),
          new NotificationSection(),
          new ToolSection());

  private HtmlReport() {}

  /** The page, which asks for nothing else. */
  public static String toHtml(RunReport run) {
    return page(run, false);
  }

  /**
   * The page as Jenkins archives it: also asks for {@link #STYLE_SHEET} beside it. Jenkins serves
   * artefacts under a policy that forbids style sheets inside of pages and allows those in files;
   * taken away from there, the page still has its own.
   */
  public static String toArtifact(RunReport run) {
    return page(run, true);
  }

  /** What {@link #STYLE_SHEET} holds. */
  public static String styleSheet() {
    return StyleSheet.text();
  }

  private static String page(RunReport run, boolean linked) {
    List<Section> shown = SECTIONS.stream().filter(section -> section.appliesTo(run)).toList();
    Markup out = new Markup();
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    head(run, linked, out);
    out.open("body");
    new BannerSection().write(run, out);
    contents(shown, out);
    out.open("main");
    for (Section section : shown) {
      out.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      out.element("h2", section.title(), "id", section.id() + "-title");
      section.write(run, out);
      out.close();
    }
    out.close();
    omitted(run, out);
    out.close().close();
    return out.document();
  }

  /** Writes the page to {@code file} as one step, as {@link AtomicFile} promises. */
  public static void write(RunReport run, Path file) throws RunReportException {
    AtomicFile.write(file, toHtml(run));
  }

  private static void head(RunReport run, boolean linked, Markup out) {
    String policy = linked ? StyleSheet.policyWithFile() : StyleSheet.policy();
    out.open("head");
    out.empty("meta", "charset", "utf-8");
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark");
    out.empty("meta", "name", "referrer", "content", "no-referrer");
    String platform = run.platform() == null ? "" : run.platform() + ": ";
    out.element("title", platform + RunStory.of(run).headline());
    if (linked) {
      out.styleBeside(STYLE_SHEET);
    }
    out.style(StyleSheet.text()).close();
  }

  private static void contents(List<Section> shown, Markup out) {
    if (shown.size() < 2) {
      return;
    }
    out.open("nav", "aria-label", "Sections").open("ul");
    for (Section section : shown) {
      out.open("li").element("a", section.title(), "href", "#" + section.id()).close();
    }
    out.close().close();
  }

  private static void omitted(RunReport run, Markup out) {
    if (run.omitted().isEmpty()) {
      return;
    }
    out.open("footer").element("h2", "Left out").open("ul");
    run.omitted().forEach(line -> out.element("li", line));
    out.close().close();
  }
}
