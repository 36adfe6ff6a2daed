package io.jenkins.plugins.austa.plugin.run;

import hudson.AbortException;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.PlanJson;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunReportCollector;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the steps of one run have decided and done so far. Kept with the run, so that a step after a
 * restart knows what the steps before it did. Holds no secrets.
 */
public final class AustaAction extends InvisibleAction {
  private final String plan;
  private transient volatile PipelinePlan read;
  private final RunReportCollector report = new RunReportCollector();
  // Each is replaced, never changed: Jenkins may be writing this to disk while a step adds to it.
  private volatile Map<String, String> images = new TreeMap<>();
  private volatile Map<String, Integer> exitCodes = new TreeMap<>();
  private volatile Map<String, String> approved = new TreeMap<>();
  private volatile Map<String, String> migrations = new TreeMap<>();
  private String slackThread;
  private FailureKind underWay = FailureKind.TESTS;
  private String awaiting;

  private AustaAction(PipelinePlan plan) {
    this.plan = PlanJson.write(plan);
  }

  /** Starts the record of a run with its plan; a run that plans again starts anew. */
  public static AustaAction begin(Run<?, ?> run, PipelinePlan plan) throws IOException {
    AustaAction action = new AustaAction(plan);
    run.addOrReplaceAction(action);
    run.save();
    return action;
  }

  /**
   * The record of a run that has been planned.
   *
   * @throws AbortException when it has not been planned
   */
  public static AustaAction of(Run<?, ?> run) throws AbortException {
    return find(run)
        .orElseThrow(
            () ->
                new DeliveryFailedException(
                    FailureKind.CONFIGURATION,
                    "This run has no plan yet. Call austaPlan before the other austa steps,"
                        + " or austaPipeline, which does."));
  }

  /** The record of a run, if it has been planned. */
  public static Optional<AustaAction> find(Run<?, ?> run) {
    return Optional.ofNullable(run.getAction(AustaAction.class));
  }

  /** The plan. */
  public PipelinePlan plan() {
    PipelinePlan known = read;
    if (known == null) {
      known = PlanJson.read(plan);
      read = known;
    }
    return known;
  }

  /**
   * The plan of one environment's deployment.
   *
   * @throws AbortException when the plan has no such environment
   */
  public DeploymentPlan deployment(String environment) throws AbortException {
    try {
      return plan().deployment(environment);
    } catch (IllegalArgumentException e) {
      throw new DeliveryFailedException(FailureKind.CONFIGURATION, e.getMessage());
    }
  }

  /** What the report will say. */
  public RunReportCollector report() {
    return report;
  }

  /** Image with digest by service; empty before the build. */
  public synchronized Map<String, String> images() {
    return new TreeMap<>(images);
  }

  /** Remembers the images that were built. */
  public synchronized void setImages(Map<String, String> built) {
    images = new TreeMap<>(built);
  }

  /** SHA-256 over the migrations of each service, as they were when the run was planned. */
  public synchronized Map<String, String> migrations() {
    return new TreeMap<>(migrations);
  }

  /** Remembers the migrations of each service. */
  public synchronized void setMigrations(Map<String, String> digests) {
    migrations = new TreeMap<>(digests);
  }

  /** Exit code of each scan so far, by its report. */
  public synchronized Map<String, Integer> exitCodes() {
    return new TreeMap<>(exitCodes);
  }

  /** Remembers the exit codes of scans. */
  public synchronized void addExitCodes(Map<String, Integer> codes) {
    Map<String, Integer> all = new TreeMap<>(exitCodes);
    all.putAll(codes);
    exitCodes = all;
  }

  /** The fingerprint of what was approved for an environment, if anything was. */
  public synchronized Optional<String> approved(String environment) {
    return Optional.ofNullable(approved.get(environment));
  }

  /** Remembers what was approved for an environment. */
  public synchronized void setApproved(String environment, String fingerprint) {
    Map<String, String> all = new TreeMap<>(approved);
    all.put(environment, fingerprint);
    approved = all;
  }

  /**
   * What it means when a command fails now that says nothing of itself: a script of a check, of the
   * build, of the deployment.
   */
  public synchronized FailureKind underWay() {
    return underWay == null ? FailureKind.INTERNAL : underWay;
  }

  /** Remembers what the run is about to do. */
  public synchronized void setUnderWay(FailureKind kind) {
    this.underWay = kind;
  }

  /** The environment for which an approval is awaited, if one is. */
  public synchronized Optional<String> awaiting() {
    return Optional.ofNullable(awaiting);
  }

  /** Remembers for which environment an approval is awaited; null when it has been given. */
  public synchronized void setAwaiting(String environment) {
    this.awaiting = environment;
  }

  /** The Slack thread of this run, if a message has been sent. */
  public synchronized Optional<String> slackThread() {
    return Optional.ofNullable(slackThread);
  }

  /** Remembers the Slack thread. */
  public synchronized void setSlackThread(String thread) {
    this.slackThread = thread;
  }
}
