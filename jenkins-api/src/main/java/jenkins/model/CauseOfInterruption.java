package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;

/** Why somebody or something stopped a build. */
public abstract class CauseOfInterruption implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns one line that says why. */
  public abstract String getShortDescription();

  /** Writes {@link #getShortDescription} to the log. */
  public void print(TaskListener listener) {
    listener.getLogger().println(getShortDescription());
  }

  /** Stopped by a user. */
  public static final class UserInterruption extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    @NonNull private final String user;

    /** Stopped by {@code user}. */
    public UserInterruption(@NonNull User user) {
      this(user.getId());
    }

    /** Stopped by the user with this id. */
    public UserInterruption(@NonNull String userId) {
      this.user = userId;
    }

    /** Returns the user, made if unknown. */
    @NonNull
    public User getUser() {
      return User.getById(user, true);
    }

    /** Returns the user, null when unknown. */
    @CheckForNull
    public User getUserOrNull() {
      return User.getById(user, false);
    }

    /** Returns the user's id. */
    @NonNull
    public String getUserId() {
      return user;
    }

    @Override
    public String getShortDescription() {
      User known = getUserOrNull();
      return "Aborted by " + (known == null ? user : known.getDisplayName());
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof UserInterruption that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
      return user.hashCode();
    }
  }
}
