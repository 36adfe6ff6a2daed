package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.TrafficReport;
import java.util.Locale;

/** Requests through the public entry over the whole run. */
final class TrafficSection implements Section {
  @Override
  public String id() {
    return "traffic";
  }

  @Override
  public String title() {
    return "Traffic";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return run.traffic() != null;
  }

  @Override
  public void write(RunReport run, Markup out) {
    TrafficReport traffic = run.traffic();
    out.open("ul", "class", "figures");
    figure(HumanTime.count(traffic.sent()), "sent", "", out);
    figure(HumanTime.count(traffic.failed()), "failed", traffic.failed() > 0 ? " bad" : "", out);
    figure(share(traffic), "answered well", "", out);
    out.close();
    if (!traffic.seconds().isEmpty()) {
      chart(run, out);
    }
    if (!traffic.reasons().isEmpty()) {
      out.element("h3", "Why requests failed").open("ul", "class", "reasons");
      traffic.reasons().forEach(reason -> out.element("li", reason));
      out.close();
    }
  }

  private static void chart(RunReport run, Markup out) {
    TimeScale scale = TimeScale.of(run);
    TrafficChart chart = new TrafficChart(scale, run.traffic().seconds());
    out.open("figure");
    Svg.open(out, 132, "Requests a second by colour over the whole run");
    chart.draw(out, 6, 100);
    Svg.axis(out, scale, scale.ticks(6), 124, TimeScale::offset);
    out.close();
    out.open("figcaption").text("Requests a second by colour since the start of the run. ");
    chart.legend(out);
    out.close().close();
  }

  private static void figure(String value, String label, String style, Markup out) {
    out.open("li", "class", "figure" + style);
    out.element("span", value, "class", "count").element("span", " " + label, "class", "label");
    out.close();
  }

  /** Rounded down: one request in a million that failed is not 100 %. */
  private static String share(TrafficReport traffic) {
    if (traffic.sent() == 0) {
      return "–";
    }
    double share = (double) (traffic.sent() - traffic.failed()) / traffic.sent();
    return traffic.failed() == 0
        ? "100 %"
        : String.format(Locale.ROOT, "%.3f %%", Math.floor(share * 100_000) / 1_000);
  }
}
