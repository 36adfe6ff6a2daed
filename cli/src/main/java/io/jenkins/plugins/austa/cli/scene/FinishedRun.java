package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.toolbox.Tool;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import io.jenkins.plugins.austa.engine.report.RunHead;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportCollector;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import io.jenkins.plugins.austa.engine.report.TrafficSecond;
import io.jenkins.plugins.austa.plugin.run.AustaAction;
import io.jenkins.plugins.austa.plugin.run.Failures;
import io.jenkins.plugins.austa.plugin.run.FlowReader;
import io.jenkins.plugins.austa.plugin.run.FlowSummary;
import io.jenkins.plugins.austa.sandbox.traffic.TrafficReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the run, its steps, the traffic and the tools have to say. */
final class FinishedRun {
  private final HostResult result;
  private final Sources sources;
  private final List<ToolReport> realTools;
  private final List<Tool> answered;
  private final Instant start;

  FinishedRun(HostResult result, Sources sources, List<ToolReport> realTools, List<Tool> answered) {
    this.result = result;
    this.sources = sources;
    this.realTools = List.copyOf(realTools);
    this.answered = List.copyOf(answered);
    this.start = Instant.ofEpochMilli(result.run().getStartTimeInMillis());
  }

  /**
   * @param serving what serves in production where the run began no rollout; null when nobody knows
   */
  RunReport report(TrafficReport traffic, RolloutReport serving) {
    Optional<AustaAction> action = AustaAction.find(result.run());
    RunReportCollector collector =
        action.map(AustaAction::report).orElseGet(RunReportCollector::new);
    if (serving != null && collector.rollout().isEmpty()) {
      collector.setRollout(serving);
    }
    realTools.forEach(collector::addTool);
    answered.forEach(
        tool ->
            collector.addTool(new ToolReport(tool.name(), tool.how().word(), tool.provenance())));
    FlowSummary flow = FlowReader.read(result.flow(), null, start.toEpochMilli());
    return collector.report(
        head(action.map(AustaAction::plan), flow), flow.stages(), traffic(traffic));
  }

  private RunHead head(Optional<PipelinePlan> plan, FlowSummary flow) {
    Optional<RunFailure> failure = Failures.of(result.run(), result.failure());
    return new RunHead(
        plan.map(PipelinePlan::platform).orElse(String.valueOf(sources.folder().getFileName())),
        result.result().toString(),
        sources.branch(),
        sources.commit(),
        plan.map(PipelinePlan::version).orElse(sources.tag()),
        System.getProperty("user.name", "unknown"),
        start,
        result.duration().toMillis(),
        flow.steps(),
        flow.nodes(),
        failure.map(RunFailure::essence).orElse(null),
        failure.map(RunFailure::kind).orElse(null));
  }

  private static io.jenkins.plugins.austa.engine.report.TrafficReport traffic(
      TrafficReport traffic) {
    return new io.jenkins.plugins.austa.engine.report.TrafficReport(
        traffic.sent(),
        traffic.failed(),
        traffic.seconds().stream().map(FinishedRun::second).toList(),
        traffic.reasons());
  }

  private static TrafficSecond second(TrafficReport.Second second) {
    Map<String, Long> colours = second.byColour();
    long blue = colours.getOrDefault("blue", 0L);
    long green = colours.getOrDefault("green", 0L);
    long other = Math.max(0, second.sent() - second.failed() - blue - green);
    return new TrafficSecond(
        second.second(), toInt(blue), toInt(green), toInt(other), toInt(second.failed()));
  }

  private static int toInt(long count) {
    return Math.toIntExact(count);
  }
}
