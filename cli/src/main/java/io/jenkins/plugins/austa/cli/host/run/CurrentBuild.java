package io.jenkins.plugins.austa.cli.host.run;

import hudson.model.Cause;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variable {@code currentBuild}, with the properties Jenkins documents for it. */
public final class CurrentBuild implements HostOwned {
  private final Run<?, ?> run;
  private final Map<String, String> variables;

  CurrentBuild(Run<?, ?> run, Map<String, String> variables) {
    this.run = run;
    this.variables = variables;
  }

  /** Returns the result so far, null while nothing is wrong. */
  public String getResult() {
    return run.getResult() == null ? null : run.getResult().toString();
  }

  /** Makes the result worse; a better one than there is changes nothing. */
  public void setResult(String result) {
    Result known = Result.fromString(result);
    if (!known.toString().equalsIgnoreCase(result)) {
      throw new IllegalArgumentException(
          "currentBuild.result: '"
              + result
              + "' is none of SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED");
    }
    run.setResult(known);
  }

  /** Returns the result so far, SUCCESS while nothing is wrong. */
  public String getCurrentResult() {
    return run.getResult() == null ? "SUCCESS" : run.getResult().toString();
  }

  /** Returns whether the result so far is at least as good. */
  public boolean resultIsBetterOrEqualTo(String other) {
    return Result.fromString(getCurrentResult()).isBetterOrEqualTo(Result.fromString(other));
  }

  /** Returns whether the result so far is at least as bad. */
  public boolean resultIsWorseOrEqualTo(String other) {
    return Result.fromString(getCurrentResult()).isWorseOrEqualTo(Result.fromString(other));
  }

  /** Returns the build number. */
  public int getNumber() {
    return run.getNumber();
  }

  /** Returns the build number as text. */
  public String getId() {
    return run.getId();
  }

  /** Returns what the build is called. */
  public String getDisplayName() {
    return run.getDisplayName();
  }

  /** Sets what the build is called. */
  public void setDisplayName(String name) throws IOException {
    run.setDisplayName(name);
  }

  /** Returns the description, null when there is none. */
  public String getDescription() {
    return run.getDescription();
  }

  /** Sets the description. */
  public void setDescription(String description) throws IOException {
    run.setDescription(description);
  }

  /** Returns the name of the job. */
  public String getProjectName() {
    return run.getParent().getName();
  }

  /** Returns the full name of the job. */
  public String getFullProjectName() {
    return run.getParent().getFullName();
  }

  /** Returns job and build. */
  public String getFullDisplayName() {
    return run.getFullDisplayName();
  }

  /** Returns when the build started, in milliseconds since 1970. */
  public long getStartTimeInMillis() {
    return run.getStartTimeInMillis();
  }

  /** Returns when the build was scheduled, in milliseconds since 1970. */
  public long getTimeInMillis() {
    return run.getTimeInMillis();
  }

  /** Returns for how many milliseconds the build has been running. */
  public long getDuration() {
    return run.isBuilding()
        ? System.currentTimeMillis() - run.getStartTimeInMillis()
        : run.getDuration();
  }

  /** Returns for how long the build has been running, for people. */
  public String getDurationString() {
    return Duration.ofMillis(getDuration()).toSeconds() + " sec";
  }

  /** Returns null: this host knows no earlier build. */
  public Object getPreviousBuild() {
    return null;
  }

  /** Returns the variables that the pipeline assigned. */
  public Map<String, String> getBuildVariables() {
    return new LinkedHashMap<>(variables);
  }

  /** Returns no change sets: this host does not compare commits. */
  public List<Object> getChangeSets() {
    return new ArrayList<>();
  }

  /** Returns why the build was started. */
  public List<Map<String, String>> getBuildCauses() {
    List<Map<String, String>> causes = new ArrayList<>();
    for (Cause cause : run.getCauses()) {
      Map<String, String> shown = new LinkedHashMap<>();
      shown.put("_class", cause.getClass().getName());
      shown.put("shortDescription", cause.getShortDescription());
      if (cause instanceof Cause.UserIdCause user) {
        shown.put("userId", user.getUserId());
        shown.put("userName", user.getUserName());
      }
      causes.add(shown);
    }
    return causes;
  }

  /** Returns the causes of one class, given by its full name as text. */
  public List<Map<String, String>> getBuildCauses(String className) {
    List<Map<String, String>> causes = getBuildCauses();
    causes.removeIf(
        cause -> {
          String name = cause.get("_class");
          return !className.equals(name) && !className.equals(name.replace('$', '.'));
        });
    return causes;
  }

  @Override
  public String hostKey() {
    return "currentBuild";
  }
}
