package io.jenkins.plugins.austa.plugin.run;

import hudson.model.Cause;
import hudson.model.Run;
import hudson.model.User;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jenkins.scm.RunWithSCM;

/** Those whose own work a run is: who started it, and who wrote what is in it. */
public final class Participants {
  private final Set<String> ids;

  private Participants(Set<String> ids) {
    this.ids = ids;
  }

  /** Finds the participants of a run. */
  public static Participants of(Run<?, ?> run) {
    Set<String> ids = starters(run);
    if (run instanceof RunWithSCM<?, ?> withScm) {
      for (User author : withScm.getCulprits()) {
        ids.add(normal(author.getId()));
      }
    }
    return new Participants(ids);
  }

  /** The ids of the users who started a run; empty when no user did. */
  public static Set<String> starters(Run<?, ?> run) {
    Set<String> ids = new LinkedHashSet<>();
    for (Cause cause : run.getCauses()) {
      if (cause instanceof Cause.UserIdCause user) {
        Optional.ofNullable(user.getUserId()).map(Participants::normal).ifPresent(ids::add);
      }
    }
    return ids;
  }

  /**
   * Whether a user took part. User ids are compared as Jenkins compares them by default, ignoring
   * case.
   */
  public boolean contains(String user) {
    return ids.contains(normal(user));
  }

  private static String normal(String id) {
    return id.trim().toLowerCase(Locale.ROOT);
  }
}
