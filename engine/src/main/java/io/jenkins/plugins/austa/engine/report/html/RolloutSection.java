package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.HumanTime;
import io.jenkins.plugins.austa.engine.report.RolloutEvent;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunReport;
import java.util.List;

/** The rollout: where it stands, its timeline, and every event in words. */
final class RolloutSection implements Section {
  @Override
  public String id() {
    return "rollout";
  }

  @Override
  public String title() {
    return "Rollout";
  }

  @Override
  public boolean appliesTo(RunReport run) {
    return run.rollout() != null;
  }

  @Override
  public void write(RunReport run, Markup out) {
    RolloutReport rollout = run.rollout();
    out.open("p", "class", "summary");
    out.text("Environment ").element("strong", orUnknown(rollout.environment()));
    out.text(", phase ").element("strong", orUnknown(rollout.phase()));
    out.text(", traffic on ");
    out.element("strong", orUnknown(rollout.active()), "class", "colour " + colour(rollout));
    out.text(rollout.revision() > 0 ? ", revision " + rollout.revision() : "").close();
    if (run.startedAt() == null) {
      return;
    }
    List<RolloutPhases.Phase> phases = RolloutPhases.of(rollout, run.startedAt());
    if (phases.isEmpty()) {
      return;
    }
    new RolloutTimeline(run, phases).draw(out);
    out.open("ol", "class", "phases");
    phases.forEach(phase -> phase(phase, out));
    out.close();
  }

  private static void phase(RolloutPhases.Phase phase, Markup out) {
    out.open("li", "class", phase.isRevert() ? "bad" : null);
    out.open("p", "class", "phase-line").element("strong", phase.name());
    // The last phase is where the rollout came to rest; it takes no time.
    String took = phase.isLast() ? "" : " " + HumanTime.duration(phase.end() - phase.start());
    out.element("span", took, "class", "took").close();
    out.open("ul", "class", "events");
    for (RolloutEvent event : phase.events()) {
      out.open("li")
          .element("time", HumanTime.clockTenths(event.at()), "datetime", event.at().toString());
      out.text(" ").element("span", event.message()).close();
    }
    out.close().close();
  }

  /** Only ever one of three words, so that a record cannot choose a class name. */
  private static String colour(RolloutReport rollout) {
    if ("blue".equals(rollout.active()) || "green".equals(rollout.active())) {
      return rollout.active();
    }
    return "no-colour";
  }

  private static String orUnknown(String value) {
    return value == null ? "unknown" : value;
  }
}
