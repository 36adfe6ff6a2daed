package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** How a build ended, ordered from best to worst. */
public final class Result implements Serializable {
  /** Nothing went wrong. */
  @NonNull public static final Result SUCCESS = new Result("SUCCESS", 0, true);

  /** It worked, with reservations such as failed tests. */
  @NonNull public static final Result UNSTABLE = new Result("UNSTABLE", 1, true);

  /** It did not work. */
  @NonNull public static final Result FAILURE = new Result("FAILURE", 2, true);

  /** It was not done because something before it failed. */
  @NonNull public static final Result NOT_BUILT = new Result("NOT_BUILT", 3, false);

  /** Somebody stopped it. */
  @NonNull public static final Result ABORTED = new Result("ABORTED", 4, false);

  private static final long serialVersionUID = 1L;
  private static final List<Result> ALL = List.of(SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED);

  /** The place in the order; the higher the worse. */
  public final int ordinal;

  /** Whether a build with this result ran to its end. */
  public final boolean completeBuild;

  private final String name;

  private Result(String name, int ordinal, boolean completeBuild) {
    this.name = name;
    this.ordinal = ordinal;
    this.completeBuild = completeBuild;
  }

  /** Returns the worse of this and {@code that}. */
  public @NonNull Result combine(@NonNull Result that) {
    return isWorseThan(that) ? this : that;
  }

  /** Returns the worse of two results; null counts as better than any. */
  public static Result combine(Result r1, Result r2) {
    if (r1 == null) {
      return r2;
    }
    return r2 == null ? r1 : r1.combine(r2);
  }

  /** Returns whether this is worse than {@code that}. */
  public boolean isWorseThan(@NonNull Result that) {
    return ordinal > that.ordinal;
  }

  /** Returns whether this is as bad as {@code that} or worse. */
  public boolean isWorseOrEqualTo(@NonNull Result that) {
    return ordinal >= that.ordinal;
  }

  /** Returns whether this is better than {@code that}. */
  public boolean isBetterThan(@NonNull Result that) {
    return ordinal < that.ordinal;
  }

  /** Returns whether this is as good as {@code that} or better. */
  public boolean isBetterOrEqualTo(@NonNull Result that) {
    return ordinal <= that.ordinal;
  }

  /** Returns whether a build with this result ran to its end. */
  public boolean isCompleteBuild() {
    return completeBuild;
  }

  @Override
  public @NonNull String toString() {
    return name;
  }

  /** Returns the name for the remote API. */
  public @NonNull String toExportedObject() {
    return name;
  }

  /**
   * Returns the result called {@code s} without regard to case, {@link #FAILURE} if there is none.
   */
  public static @NonNull Result fromString(@NonNull String s) {
    String wanted = s.toUpperCase(Locale.ROOT);
    return ALL.stream().filter(each -> each.name.equals(wanted)).findFirst().orElse(FAILURE);
  }

  private Object readResolve() throws ObjectStreamException {
    return fromString(name);
  }
}
