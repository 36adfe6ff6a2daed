package io.jenkins.plugins.austa.engine.report.html;

import java.util.List;
import java.util.function.LongFunction;

/**
 * The parts that drawings share. Colours are given twice: as attributes, which hold where a strict
 * content security policy drops the style sheet, and as classes, which the style sheet colours for
 * light and dark.
 */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /** Opens a drawing over the full width that is read out as {@code label}. */
  static void open(Markup out, int height, String label) {
    out.open(
        "svg",
        "xmlns",
        NAMESPACE,
        "width",
        "100%",
        "height",
        "" + height,
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

  /** Upright lines at the ticks. */
  static void grid(Markup out, TimeScale scale, List<Long> ticks, int top, int bottom) {
    for (long tick : ticks) {
      out.empty(
          "line",
          "x1",
          scale.place(tick),
          "x2",
          scale.place(tick),
          "y1",
          "" + top,
          "y2",
          "" + bottom,
          "stroke",
          "#8886",
          "class",
          "grid");
    }
  }

  /** The ticks' names; the first and last are moved inside so that they are not cut. */
  static void axis(
      Markup out, TimeScale scale, List<Long> ticks, int baseline, LongFunction<String> name) {
    long span = scale.to() - scale.from();
    for (long tick : ticks) {
      double share = (double) (tick - scale.from()) / span;
      String anchor = share < 0.04 ? "start" : share > 0.94 ? "end" : "middle";
      out.element(
          "text",
          name.apply(tick),
          "x",
          scale.place(tick),
          "y",
          "" + baseline,
          "text-anchor",
          anchor,
          "font-size",
          "11",
          "fill",
          "currentColor",
          "class",
          "tick");
    }
  }
}
