package hudson.model;

/** Something with a name that people read. */
public interface ModelObject {
  /** Returns the name, null where there is nothing to show. */
  String getDisplayName();
}
