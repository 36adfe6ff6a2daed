package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Predicate;
import jenkins.model.Jenkins;

/**
 * Something that is built again and again.
 *
 * @param <JobT> type of the job
 * @param <RunT> type of its builds
 */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends AbstractItem implements ExtensionPoint {
  /** The number of the build that comes next, from 1 up. */
  protected transient volatile int nextBuildNumber = 1;

  /** Makes a job called {@code name} in {@code parent}. */
  protected Job(ItemGroup parent, String name) {
    super(parent, name);
  }

  /** Returns whether a build can be started. */
  public abstract boolean isBuildable();

  /** Returns the builds by their numbers, newest first. */
  protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

  /** Forgets {@code run}. */
  protected abstract void removeRun(RunT run);

  @Override
  public Collection<? extends Job> getAllJobs() {
    return Collections.singleton(this);
  }

  /** Returns the number of the build that comes next. */
  public int getNextBuildNumber() {
    return nextBuildNumber;
  }

  /** Returns the directory below which each build has its own. */
  @NonNull
  public File getBuildDir() {
    return new File(getRootDir(), "builds");
  }

  /** Returns whether the newest build is still going on. */
  public boolean isBuilding() {
    RunT last = getLastBuild();
    return last != null && last.isBuilding();
  }

  /** Returns the newest build, or null. */
  @CheckForNull
  public RunT getLastBuild() {
    return first(run -> true);
  }

  /** Returns the oldest build, or null. */
  @CheckForNull
  public RunT getFirstBuild() {
    SortedMap<Integer, ? extends RunT> runs = _getRuns();
    return runs == null || runs.isEmpty() ? null : runs.get(runs.lastKey());
  }

  /** Returns the newest build that is over, or null. */
  @CheckForNull
  public RunT getLastCompletedBuild() {
    return first(run -> !run.isBuilding());
  }

  /** Returns the newest build that is over and not worse than unstable, or null. */
  @CheckForNull
  public RunT getLastSuccessfulBuild() {
    return first(run -> !run.isBuilding() && endedAtWorst(run, Result.UNSTABLE));
  }

  /** Returns the newest build that is over and went well, or null. */
  @CheckForNull
  public RunT getLastStableBuild() {
    return first(run -> !run.isBuilding() && endedAtWorst(run, Result.SUCCESS));
  }

  /** Returns the newest build that is over and failed, or null. */
  @CheckForNull
  public RunT getLastFailedBuild() {
    return first(run -> !run.isBuilding() && run.getResult() == Result.FAILURE);
  }

  /** Returns the build numbered {@code n}, or null. */
  @CheckForNull
  public RunT getBuildByNumber(int n) {
    SortedMap<Integer, ? extends RunT> runs = _getRuns();
    return runs == null ? null : runs.get(n);
  }

  /** Returns the variables every build of this job has. */
  public @NonNull EnvVars getCharacteristicEnvVars() {
    EnvVars env = new EnvVars();
    env.put("JOB_NAME", getFullName());
    env.put("JOB_BASE_NAME", getName());
    return env;
  }

  /** Returns the variables of this job's builds on {@code node}. */
  public @NonNull EnvVars getEnvironment(@CheckForNull Node node, @NonNull TaskListener listener)
      throws IOException, InterruptedException {
    EnvVars env = getCharacteristicEnvVars();
    Jenkins jenkins = Jenkins.get();
    env.put("JENKINS_HOME", jenkins.getRootDir().getPath());
    String root = jenkins.getRootUrl();
    if (root != null) {
      env.put("JENKINS_URL", root);
      env.put("JOB_URL", getAbsoluteUrl());
    }
    return env;
  }

  synchronized int takeBuildNumber() {
    return nextBuildNumber++;
  }

  private boolean endedAtWorst(RunT run, Result worst) {
    Result result = run.getResult();
    return result != null && result.isBetterOrEqualTo(worst);
  }

  private @Nullable RunT first(Predicate<RunT> wanted) {
    SortedMap<Integer, ? extends RunT> runs = _getRuns();
    if (runs == null) {
      return null;
    }
    return runs.values().stream().map(run -> (RunT) run).filter(wanted).findFirst().orElse(null);
  }
}
