package jenkins;

/** A boolean that admits that the answer may be unknown. */
public enum YesNoMaybe {
  YES,
  NO,
  MAYBE;

  /** Returns the answer of {@code v}, null for {@link #MAYBE} and for null. */
  public static Boolean toBoolean(YesNoMaybe v) {
    return v == null ? null : v.toBool();
  }

  /** Returns true, false, or null for {@link #MAYBE}. */
  public Boolean toBool() {
    return this == MAYBE ? null : Boolean.valueOf(this == YES);
  }
}
