package io.jenkins.plugins.austa.engine.report.html;

import java.util.List;
import java.util.function.LongFunction;

/**
 * The parts that drawings share. Colours are given twice: as attributes, which hold where a strict
 * content security policy drops the style sheet, and as classes, which the style sheet colours for
 * light and dark. Places are pixels or percentages.
 */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /** Opens a drawing over the full width that is read out as {@code label}. */
  static void open(Markup out, int height, String label) {
    String h = "" + height;
    out.open(
        "svg",
        "xmlns",
        NAMESPACE,
        "width",
        "100%",
        "height",
        h,
        "role",
        "img",
        "aria-label",
        label);
  }

  /** Opens a drawing over the full width that only shows what is also said in words. */
  static void openSilent(Markup out, int height) {
    out.open(
        "svg", "xmlns", NAMESPACE, "width", "100%", "height", "" + height, "aria-hidden", "true");
  }

  /** Opens a part of a drawing, which cuts what does not fit. */
  static void openPart(Markup out, String x, int y, String width, int height) {
    out.open("svg", "x", x, "y", "" + y, "width", width, "height", "" + height);
  }

  /** A bar with rounded corners. */
  static void bar(
      Markup out, String x, int y, String width, int height, String fill, String style) {
    out.empty(
        "rect",
        "x",
        x,
        "y",
        "" + y,
        "width",
        width,
        "height",
        "" + height,
        "rx",
        "3",
        "fill",
        fill,
        "class",
        style);
  }

  static void text(
      Markup out, String text, String x, int y, String anchor, String fill, String style) {
    out.element(
        "text",
        text,
        "x",
        x,
        "y",
        "" + y,
        "text-anchor",
        anchor,
        "font-size",
        "12",
        "fill",
        fill,
        "class",
        style);
  }

  static void upright(Markup out, String x, int top, int bottom, String stroke, String style) {
    out.empty(
        "line",
        "x1",
        x,
        "x2",
        x,
        "y1",
        "" + top,
        "y2",
        "" + bottom,
        "stroke",
        stroke,
        "class",
        style);
  }

  /** Upright lines at the ticks. */
  static void grid(Markup out, TimeScale scale, List<Long> ticks, int top, int bottom) {
    ticks.forEach(tick -> upright(out, scale.place(tick), top, bottom, "#8886", "grid"));
  }

  /** The ticks' names; the first and last are moved inside so that they are not cut. */
  static void axis(
      Markup out, TimeScale scale, List<Long> ticks, int baseline, LongFunction<String> name) {
    for (long tick : ticks) {
      double share = (double) (tick - scale.from()) / (scale.to() - scale.from());
      String anchor = share < 0.04 ? "start" : share > 0.94 ? "end" : "middle";
      text(out, name.apply(tick), scale.place(tick), baseline, anchor, "currentColor", "tick");
    }
  }
}
