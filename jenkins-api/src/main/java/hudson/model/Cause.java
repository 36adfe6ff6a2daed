package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import java.util.Objects;

/** Why a build was started. */
public abstract class Cause {
  /** Returns one line that says why. */
  public abstract String getShortDescription();

  /** Called when the cause is added to {@code build}. */
  public void onAddedTo(@NonNull Run build) {}

  /** Called when {@code build} is read from disk. */
  public void onLoad(@NonNull Run<?, ?> build) {}

  /** Writes {@link #getShortDescription} to the log. */
  public void print(TaskListener listener) {
    listener.getLogger().println(getShortDescription());
  }

  /** Started by a user. */
  public static class UserIdCause extends Cause {
    @CheckForNull private final String userId;

    /** Started by the current user. */
    public UserIdCause() {
      User current = User.current();
      this.userId = current == null ? null : current.getId();
    }

    /** Started by {@code userId}; null stands for nobody known. */
    public UserIdCause(@Nullable String userId) {
      this.userId = userId;
    }

    /** Returns the user's id, or null. */
    public @CheckForNull String getUserId() {
      return userId;
    }

    /** Returns the user's full name, {@code anonymous} when unknown. */
    public String getUserName() {
      User user = userId == null ? null : User.getById(userId, false);
      return user == null ? Objects.requireNonNullElse(userId, "anonymous") : user.getDisplayName();
    }

    @Override
    public String getShortDescription() {
      return "Started by user " + getUserName();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof UserIdCause other && Objects.equals(userId, other.userId);
    }

    @Override
    public int hashCode() {
      return 295 + Objects.hashCode(userId);
    }
  }
}
