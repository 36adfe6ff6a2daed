package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.Util;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.File;
import java.io.IOException;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import jenkins.model.StandardArtifactManager;
import jenkins.util.NonLocalizable;
import jenkins.util.io.OnMaster;
import org.springframework.security.access.AccessDeniedException;

/**
 * One build of a job.
 *
 * @param <JobT> type of the job
 * @param <RunT> type of the build
 */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>>
    extends Actionable
    implements ExtensionPoint,
        Comparable<RunT>,
        AccessControlled,
        PersistenceRoot,
        DescriptorByNameOwner,
        OnMaster {
  /** The permissions on builds. */
  public static final PermissionGroup PERMISSIONS =
      new PermissionGroup(Run.class, new NonLocalizable("Run"));

  /** Deleting builds. */
  public static final Permission DELETE =
      new Permission(
          PERMISSIONS,
          "Delete",
          new NonLocalizable("Delete"),
          Permission.DELETE,
          PermissionScope.RUN);

  /** Changing builds. */
  public static final Permission UPDATE =
      new Permission(
          PERMISSIONS,
          "Update",
          new NonLocalizable("Update"),
          Permission.UPDATE,
          PermissionScope.RUN);

  /** The job. */
  protected final transient @NonNull JobT project;

  /** The number, from 1 up, unique in its job. */
  public transient int number;

  /** When the build was asked for, in milliseconds since 1970. */
  protected long timestamp;

  /** How it ended or is going to end at best, null while nothing is known. */
  protected volatile Result result;

  /** What people read beside the build, null for nothing. */
  @CheckForNull protected volatile String description;

  /** How long it took in milliseconds, 0 until it is over. */
  protected long duration;

  private volatile String displayName;
  private volatile State state = State.NOT_STARTED;
  private volatile long startTime;

  private enum State {
    NOT_STARTED,
    BUILDING,
    COMPLETED
  }

  /** Makes the next build of {@code job}. */
  protected Run(@NonNull JobT job) throws IOException {
    this(job, System.currentTimeMillis());
    this.number = job.takeBuildNumber();
  }

  /** Makes a build asked for at {@code timestamp}, in milliseconds since 1970; it has no number. */
  protected Run(@NonNull JobT job, long timestamp) {
    this.project = job;
    this.timestamp = timestamp;
  }

  /** Returns the job. */
  @NonNull
  public JobT getParent() {
    return project;
  }

  /** Returns the number, from 1 up. */
  public int getNumber() {
    return number;
  }

  /** Returns the number as text. */
  public @NonNull String getId() {
    return Integer.toString(number);
  }

  @Override
  public @NonNull String getDisplayName() {
    return displayName == null ? "#" + number : displayName;
  }

  /** Returns whether a display name was set. */
  public boolean hasCustomDisplayName() {
    return displayName != null;
  }

  /** Sets the display name; null or blank stands for {@code #} and the number. */
  public void setDisplayName(String value) throws IOException {
    displayName = value == null || value.isBlank() ? null : value;
    save();
  }

  /** Returns the job's and the build's display names. */
  public String getFullDisplayName() {
    return project.getFullDisplayName() + ' ' + getDisplayName();
  }

  /** Returns the name by which {@link #fromExternalizableId} finds the build. */
  public @NonNull String getExternalizableId() {
    return project.getFullName() + "#" + getNumber();
  }

  /** Returns the build with this {@link #getExternalizableId}, or null. */
  public static @CheckForNull Run<?, ?> fromExternalizableId(String id)
      throws IllegalArgumentException, AccessDeniedException {
    int hash = id.lastIndexOf('#');
    if (hash <= 0) {
      throw new IllegalArgumentException("not the id of a build: " + id);
    }
    int number;
    try {
      number = Integer.parseInt(id.substring(hash + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not the id of a build: " + id, e);
    }
    Item item = Jenkins.get().getItemByFullName(id.substring(0, hash));
    return item instanceof Job<?, ?> job ? job.getBuildByNumber(number) : null;
  }

  /** Returns the path from the root, ending in a slash. */
  public @NonNull String getUrl() {
    return project.getUrl() + getNumber() + '/';
  }

  @Override
  public final @NonNull String getSearchUrl() {
    return getNumber() + "/";
  }

  @Override
  public @NonNull File getRootDir() {
    return new File(project.getBuildDir(), getId());
  }

  /** Returns what people read beside the build, or null. */
  public @CheckForNull String getDescription() {
    return description;
  }

  /** Sets what people read beside the build, null for nothing. */
  public void setDescription(String description) throws IOException {
    this.description = description;
    save();
  }

  /** Returns how it ended or is going to end at best, null while nothing is known. */
  @Nullable
  public Result getResult() {
    return result;
  }

  /**
   * Makes the result worse; a better one changes nothing.
   *
   * @throws IllegalStateException before the start and after the end
   */
  public void setResult(@NonNull Result r) {
    if (state != State.BUILDING) {
      throw new IllegalStateException("cannot change build result while in " + state);
    }
    if (result == null || r.isWorseThan(result)) {
      result = r;
    }
  }

  /** Returns whether the build is not over. */
  public boolean isBuilding() {
    return state != State.COMPLETED;
  }

  /** Returns whether the build has begun and is not over. */
  public boolean isInProgress() {
    return state == State.BUILDING;
  }

  /** Returns whether the build has not begun. */
  public boolean hasntStartedYet() {
    return state == State.NOT_STARTED;
  }

  /** Returns when the build was asked for. */
  public @NonNull Calendar getTimestamp() {
    GregorianCalendar calendar = new GregorianCalendar();
    calendar.setTimeInMillis(timestamp);
    return calendar;
  }

  /** Returns when the build was asked for. */
  @NonNull
  public final Date getTime() {
    return new Date(timestamp);
  }

  /** Returns when the build was asked for, in milliseconds since 1970. */
  public final long getTimeInMillis() {
    return timestamp;
  }

  /** Returns when the build began, in milliseconds since 1970. */
  public final long getStartTimeInMillis() {
    return startTime == 0 ? timestamp : startTime;
  }

  /** Returns how long the build took in milliseconds, 0 until it is over. */
  public long getDuration() {
    return duration;
  }

  /** Returns how long the build took, or has taken so far, in words. */
  public @NonNull String getDurationString() {
    if (hasntStartedYet()) {
      return "Not started yet";
    }
    return isBuilding()
        ? Util.getTimeSpanString(System.currentTimeMillis() - startTime) + " and counting"
        : Util.getTimeSpanString(duration);
  }

  /** Returns why the build was started; the list cannot be changed. */
  public @NonNull List<Cause> getCauses() {
    CauseAction action = getAction(CauseAction.class);
    return action == null ? List.of() : action.getCauses();
  }

  /** Returns the first cause that is a {@code type}, or null. */
  @CheckForNull
  public <T extends Cause> T getCause(Class<T> type) {
    return getCauses().stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** {@inheritDoc} A {@link RunAction2} is told of it. */
  @Override
  public void addAction(@NonNull Action a) {
    super.addAction(a);
    if (a instanceof RunAction2 informed) {
      informed.onAttached(this);
    }
  }

  /** Returns what keeps the build's artefacts: the folder {@code archive} of its own. */
  @NonNull
  public final ArtifactManager getArtifactManager() {
    return new StandardArtifactManager(this);
  }

  /** Returns the same as {@link #getArtifactManager}. */
  @NonNull
  public final ArtifactManager pickArtifactManager() throws IOException {
    return getArtifactManager();
  }

  /** Returns the variables that tell this build from others. */
  @NonNull
  public final EnvVars getCharacteristicEnvVars() {
    EnvVars env = getParent().getCharacteristicEnvVars();
    env.put("BUILD_NUMBER", String.valueOf(number));
    env.put("BUILD_ID", getId());
    env.put("BUILD_TAG", "jenkins-" + getParent().getFullName().replace('/', '-') + "-" + number);
    return env;
  }

  /** Returns the variables of this build, those of its actions included. */
  public @NonNull EnvVars getEnvironment(@NonNull TaskListener listener)
      throws IOException, InterruptedException {
    EnvVars env = getParent().getEnvironment(null, listener);
    env.putAll(getCharacteristicEnvVars());
    env.put("BUILD_DISPLAY_NAME", getDisplayName());
    String root = Jenkins.get().getRootUrl();
    if (root != null) {
      env.put("BUILD_URL", root + getUrl());
    }
    for (EnvironmentContributingAction each : getActions(EnvironmentContributingAction.class)) {
      each.buildEnvironment(this, env);
    }
    return env;
  }

  /** Returns the build before this one, or null. */
  @CheckForNull
  public RunT getPreviousBuild() {
    return neighbour(project._getRuns().tailMap(number), true);
  }

  /** Returns the nearest build before this one that is over, or null. */
  @CheckForNull
  public final RunT getPreviousCompletedBuild() {
    RunT before = getPreviousBuild();
    while (before != null && before.isBuilding()) {
      before = before.getPreviousBuild();
    }
    return before;
  }

  /**
   * Returns the nearest build before this one that is over and not worse than unstable, or null.
   */
  @CheckForNull
  public RunT getPreviousSuccessfulBuild() {
    RunT before = getPreviousCompletedBuild();
    while (before != null && before.getResult().isWorseThan(Result.UNSTABLE)) {
      before = before.getPreviousCompletedBuild();
    }
    return before;
  }

  /** Returns the build after this one, or null. */
  @CheckForNull
  public RunT getNextBuild() {
    return neighbour(project._getRuns().headMap(number), false);
  }

  private RunT neighbour(Map<Integer, ? extends RunT> newestFirst, boolean nearestFirst) {
    RunT found = null;
    for (RunT each : newestFirst.values()) {
      if (each.number != number) {
        found = each;
        if (nearestFirst) {
          break;
        }
      }
    }
    return found;
  }

  @Override
  public @NonNull ACL getACL() {
    return getParent().getACL();
  }

  /** Writes the build; the host keeps it in memory. */
  @Override
  public synchronized void save() throws IOException {}

  /** Begins the build; listeners are told. */
  protected void onStartBuilding() {
    state = State.BUILDING;
    startTime = System.currentTimeMillis();
    RunListener.fireInitialize(this);
  }

  /** Ends the build; without a result it has failed. */
  protected void onEndBuilding() {
    state = State.COMPLETED;
    if (result == null) {
      result = Result.FAILURE;
    }
  }

  /** Orders by the numbers. */
  @Override
  public int compareTo(@NonNull RunT that) {
    return Integer.compare(number, that.number);
  }

  @Override
  public String toString() {
    return project.getFullName() + " #" + number;
  }
}
