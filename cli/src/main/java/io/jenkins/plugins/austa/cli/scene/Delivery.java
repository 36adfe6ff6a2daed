package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.cli.console.ConsoleSummary;
import io.jenkins.plugins.austa.cli.console.OperatorLog;
import io.jenkins.plugins.austa.cli.console.StageTreeConsole;
import io.jenkins.plugins.austa.cli.console.Terminal;
import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import io.jenkins.plugins.austa.cli.host.Prompt;
import io.jenkins.plugins.austa.cli.host.services.FileTrees;
import io.jenkins.plugins.austa.cli.toolbox.HelmStandIn;
import io.jenkins.plugins.austa.cli.toolbox.PrismaStandIn;
import io.jenkins.plugins.austa.cli.toolbox.Tool;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.report.RolloutReport;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.RunReportJson;
import io.jenkins.plugins.austa.engine.report.ToolReport;
import io.jenkins.plugins.austa.engine.report.html.HtmlReport;
import io.jenkins.plugins.austa.sandbox.traffic.Traffic;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.CauseOfInterruption;

/** One delivery on this machine from setting the scene to the written report. */
public final class Delivery {
  private static final String LIBRARY = "io/jenkins/plugins/austa/library";

  private final Sources sources;
  private final Path output;
  private final List<ToolReport> realTools = new ArrayList<>();
  private List<Tool> tools = List.of(new HelmStandIn(), new PrismaStandIn());
  private ApprovalPolicy approvals = ApprovalPolicy.askAll("approver");
  private DemoSources demo;

  private Delivery(Sources sources, Path output) {
    this.sources = sources;
    this.output = output.toAbsolutePath().normalize();
  }

  /**
   * Describes a delivery.
   *
   * @param sources what is delivered
   * @param output where {@code run.json}, {@code report.html} and the state of the run go
   */
  public static Delivery of(Sources sources, Path output) {
    return new Delivery(sources, output);
  }

  /** Sets how approvals are answered; asked at the terminal when left out. */
  public Delivery approvals(ApprovalPolicy policy) {
    this.approvals = policy;
    return this;
  }

  /** Makes it a demo: recorded tools, and the fault it asks for. */
  public Delivery demo(DemoSources demoSources) {
    this.demo = demoSources;
    DemoTools chosen = DemoTools.choose(demoSources.recordings());
    this.tools = chosen.answered();
    this.realTools.addAll(chosen.real());
    return this;
  }

  /**
   * Delivers.
   *
   * @return how it went
   * @throws IOException when the scene cannot be set or the results cannot be written
   */
  public HostResult run() throws IOException, SQLException, InterruptedException {
    Path home = output.resolve("run");
    FileTrees.delete(home);
    Files.createDirectories(home);
    Terminal terminal = Terminal.detect(System.getenv());
    try (Closeable log = OperatorLog.into(home.resolve("austa.log"));
        StageTreeConsole console = StageTreeConsole.open(terminal)) {
      console.note(
          "Setting the scene: cluster, PostgreSQL, " + Opening.version() + " in production");
      Optional<PipelinePlan> plan = plan();
      try (Scene scene = Scene.set(home.resolve("scene"), environments(plan), tools)) {
        realTools.add(new ToolReport("postgresql", ToolReport.REAL, scene.databaseVersion()));
        if (plan.isPresent()) {
          prepare(scene, plan.get(), home);
        }
        return deliver(scene, plan, home, console, terminal);
      }
    }
  }

  private HostResult deliver(
      Scene scene,
      Optional<PipelinePlan> plan,
      Path home,
      StageTreeConsole console,
      Terminal terminal)
      throws IOException, InterruptedException {
    PipelineHost host = host(scene, home, console, new ConsoleObserver(console));
    try (Traffic traffic = Opening.traffic(scene, plan);
        Closeable fault = fault(scene, plan, host);
        AbortOnExit untilReported = AbortOnExit.of(host)) {
      HostResult result = host.run();
      RunReport report =
          new FinishedRun(result, sources, realTools, scene.toolbox().used())
              .report(traffic.stop(), serving(scene, plan));
      Path json = output.resolve("run.json");
      Path html = output.resolve("report.html");
      RunReportJson.write(report, json);
      HtmlReport.write(report, html);
      console.finish(ConsoleSummary.of(report, json, html, terminal));
      return result;
    }
  }

  private PipelineHost host(
      Scene scene, Path home, StageTreeConsole console, ConsoleObserver observer) {
    var builder =
        PipelineHost.builder()
            .workspace(sources.folder())
            .library(new ClassPathLibrary(Delivery.class.getClassLoader(), LIBRARY))
            .jobName(String.valueOf(sources.folder().getFileName()))
            .buildNumber(7)
            .change(
                new Change(
                    sources.branch(),
                    sources.tag(),
                    orNull(sources.commit()),
                    orNull(sources.author())))
            .startedBy(System.getProperty("user.name", "developer"))
            .approvals(approvals)
            .prompt(question -> console.aside(() -> Prompt.terminal().ask(question)))
            .extraPath(scene.toolbox().folder())
            .observer(observer)
            .home(home.resolve("host"));
    scene.toolbox().environment().forEach(builder::shellEnvironment);
    return builder.build();
  }

  /** The plan that the run is going to make; empty when it will refuse the configuration. */
  private Optional<PipelinePlan> plan() throws IOException {
    try {
      return Optional.of(SourcePlan.of(sources));
    } catch (InvalidConfigException e) {
      return Optional.empty();
    }
  }

  private static List<String> environments(Optional<PipelinePlan> plan) {
    return plan.map(known -> known.deployments().stream().map(DeploymentPlan::environment).toList())
        .orElse(List.of("staging", "production"));
  }

  private void prepare(Scene scene, PipelinePlan plan, Path home)
      throws IOException, SQLException, InterruptedException {
    Opening opening = new Opening(scene, plan);
    if (demo != null) {
      opening.schema(sources.folder());
    }
    opening.version(home);
  }

  private Closeable fault(Scene scene, Optional<PipelinePlan> plan, PipelineHost host) {
    if (demo == null || plan.isEmpty()) {
      return () -> {};
    }
    CauseOfInterruption colleague = new CauseOfInterruption.UserInterruption("colleague");
    return new Opening(scene, plan.get()).fault(demo.fault(), () -> host.abort(colleague))::close;
  }

  private static RolloutReport serving(Scene scene, Optional<PipelinePlan> plan)
      throws IOException, InterruptedException {
    return plan.isEmpty() ? null : new Opening(scene, plan.get()).serving().orElse(null);
  }

  private static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
