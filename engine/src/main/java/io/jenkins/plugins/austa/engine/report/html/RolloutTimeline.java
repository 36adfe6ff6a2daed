package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RunReport;
import java.time.Instant;
import java.util.List;

/**
 * The rollout drawn over time: its phases, under them the traffic, and the moment of the revert.
 */
final class RolloutTimeline {
  private static final int PHASE_TOP = 22;
  private static final int PHASE_HEIGHT = 28;
  private static final int TRAFFIC_TOP = 60;
  private static final int TRAFFIC_HEIGHT = 130;

  private final RunReport run;
  private final List<RolloutPhases.Phase> phases;
  private final TimeScale scale;

  /** The phases must not be empty. */
  RolloutTimeline(RunReport run, List<RolloutPhases.Phase> phases) {
    this.run = run;
    this.phases = phases;
    long start = phases.get(0).start();
    long end = phases.get(phases.size() - 1).end();
    // Some traffic from before and after, to see what it was like.
    long around = Math.max(2_000, (end - start) / 10);
    this.scale = new TimeScale(Math.max(0, start - around), end + around);
  }

  void draw(Markup out) {
    boolean traffic = run.traffic() != null && !run.traffic().seconds().isEmpty();
    int bottom = traffic ? TRAFFIC_TOP + TRAFFIC_HEIGHT : PHASE_TOP + PHASE_HEIGHT;
    out.open("figure");
    Svg.open(out, bottom + 20, "Timeline of the rollout; its phases are listed below");
    Svg.grid(out, scale, scale.ticks(5), PHASE_TOP - 4, bottom);
    phases.forEach(phase -> block(phase, out));
    if (traffic) {
      chart().draw(out, TRAFFIC_TOP, TRAFFIC_HEIGHT);
    }
    revert(out, bottom);
    Svg.axis(out, scale, scale.ticks(5), bottom + 15, this::clock);
    out.close();
    out.open("figcaption").text("Phases by number, times in UTC. ");
    if (traffic) {
      chart().legend(out);
    }
    out.close().close();
  }

  private TrafficChart chart() {
    return new TrafficChart(scale, run.traffic().seconds());
  }

  /** The inner SVG cuts a name that is longer than its phase; the number and the list remain. */
  private void block(RolloutPhases.Phase phase, Markup out) {
    String name = phase.number() + " " + phase.name();
    String style = phase.isRevert() ? "bad" : phase.number() % 2 == 0 ? "even" : "odd";
    String fill = phase.isRevert() ? "#e8a29d" : "#c3cfe0";
    String width = scale.width(phase.start(), phase.end());
    Svg.openPart(out, scale.place(phase.start()), PHASE_TOP, width, PHASE_HEIGHT);
    out.element("title", name + ", " + HumanTime.duration(phase.end() - phase.start()));
    Svg.bar(out, "0", 0, "100%", PHASE_HEIGHT, fill, "phase-" + style);
    Svg.text(out, name, "7", 18, "start", "#1b2430", "phase-name");
    out.close();
  }

  private void revert(Markup out, int bottom) {
    Instant at = run.rollout().revertedAt();
    if (at == null) {
      return;
    }
    long moment = RolloutPhases.offset(run.startedAt(), at);
    if (!scale.covers(moment)) {
      return;
    }
    boolean late = moment - scale.from() > (scale.to() - scale.from()) / 2;
    String x = scale.place(moment);
    String said = "revert decided " + HumanTime.clock(at);
    Svg.upright(out, x, 16, bottom, "#c62f26", "decided");
    Svg.text(out, said, x, 12, late ? "end" : "start", "#c62f26", "decided-name");
  }

  private String clock(long millis) {
    return HumanTime.clock(run.startedAt().plusMillis(millis));
  }
}
