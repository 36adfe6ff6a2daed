package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.TrafficSecond;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Requests a second by colour as stacked areas with their names in them; failures as crosses. */
final class TrafficChart {
  private static final int RESOLUTION = 1_000;
  private final TimeScale scale;
  private final TrafficSeries series;

  /** One area of the stack: its name, how much of a slot it takes, and how much lies under it. */
  private record Layer(
      String name,
      String fill,
      ToDoubleFunction<TrafficSeries.Slot> amount,
      ToDoubleFunction<TrafficSeries.Slot> below) {}

  private static final List<Layer> LAYERS =
      List.of(
          new Layer("blue", "#3b76d6", TrafficSeries.Slot::blue, slot -> 0),
          new Layer("green", "#35a878", TrafficSeries.Slot::green, TrafficSeries.Slot::blue),
          new Layer(
              "other", "#9aa3b0", TrafficSeries.Slot::other, slot -> slot.blue() + slot.green()));

  TrafficChart(TimeScale scale, List<TrafficSecond> traffic) {
    this.scale = scale;
    this.series = new TrafficSeries(scale, traffic);
  }

  /** Draws into the open SVG, {@code height} pixels high from {@code top}. */
  void draw(Markup out, int top, int height) {
    Svg.grid(out, scale, scale.ticks(6), top, top + height);
    areas(out, top, height);
    LAYERS.forEach(layer -> name(layer, out, top + height - 8));
    String peak = "peak " + HumanTime.count(Math.round(series.peak())) + "/s";
    Svg.text(out, peak, "4", top + 12, "start", "currentColor", "tick peak");
    failures(out, top);
  }

  /** These are stretched to the width, so they hold no text. */
  private void areas(Markup out, int top, int height) {
    String box = "0 0 " + RESOLUTION + " " + RESOLUTION;
    String y = "" + top;
    String h = "" + height;
    out.open(
        "svg", "y", y, "width", "100%", "height", h, "viewBox", box, "preserveAspectRatio", "none");
    for (Layer layer : LAYERS) {
      if (series.has(layer.amount())) {
        String style = "area-" + layer.name();
        out.empty("path", "d", area(layer), "fill", layer.fill(), "class", style);
      }
    }
    out.close();
  }

  private String area(Layer layer) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < series.slots().size(); i++) {
      TrafficSeries.Slot slot = series.slots().get(i);
      double below = layer.below().applyAsDouble(slot);
      String y = y(below + layer.amount().applyAsDouble(slot));
      String left = x(series.startOf(i));
      String right = x(series.startOf(i + 1));
      upper.append(i == 0 ? "M" : "L").append(left).append(' ').append(y).append('H').append(right);
      lower.insert(0, "L" + right + " " + y(below) + "H" + left);
    }
    return upper.append(lower).append('Z').toString();
  }

  private String x(long millis) {
    double share = (double) (millis - scale.from()) / (scale.to() - scale.from());
    return number(Math.max(0, Math.min(1, share)) * RESOLUTION);
  }

  /** The peak leaves a little room above it for the crosses. */
  private String y(double rate) {
    return number(RESOLUTION - rate / series.peak() * RESOLUTION * 0.82);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void name(Layer layer, Markup out, int baseline) {
    List<Integer> stretch = series.stretch(layer.amount());
    if (stretch.isEmpty()) {
      return;
    }
    long begin = series.startOf(stretch.get(0));
    long end = series.startOf(stretch.get(1));
    if (end - begin < (scale.to() - scale.from()) / 12) {
      return;
    }
    String x = scale.place((begin + end) / 2);
    Svg.text(out, layer.name(), x, baseline, "middle", "#ffffff", "in-area");
  }

  private void failures(Markup out, int top) {
    for (int i = 0; i < series.slots().size(); i++) {
      int failed = series.slots().get(i).failed();
      if (failed > 0) {
        long middle = (series.startOf(i) + series.startOf(i + 1)) / 2;
        String when = TimeScale.offset(series.startOf(i));
        cross(out, scale.place(middle), top + 4, HumanTime.count(failed) + " failed at " + when);
      }
    }
  }

  private static void cross(Markup out, String x, int y, String title) {
    out.open("svg", "x", x, "y", "" + y, "overflow", "visible");
    out.open("g").element("title", title);
    String lines = "M-4 -3L4 5M4 -3L-4 5";
    out.empty("path", "d", lines, "stroke", "#c62f26", "stroke-width", "2", "class", "cross");
    out.close().close();
  }

  /** What the areas and crosses mean, in words; the areas also carry their names. */
  void legend(Markup out) {
    out.open("span", "class", "legend");
    for (Layer layer : LAYERS) {
      if (series.has(layer.amount())) {
        out.element("span", layer.name(), "class", "key key-" + layer.name()).text(" ");
      }
    }
    if (series.has(TrafficSeries.Slot::failed)) {
      out.element("span", "✕ failed requests", "class", "key key-failed");
    }
    out.close();
  }
}
