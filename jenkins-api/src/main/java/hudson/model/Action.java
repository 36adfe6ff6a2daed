package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Something attached to a model object: data, a link at its side, or a page below it. */
public interface Action extends ModelObject {
  /** Returns the icon of the link, null for no link. */
  @CheckForNull
  String getIconFileName();

  /** Returns the text of the link, null for no link. */
  @Override
  @CheckForNull
  String getDisplayName();

  /** Returns the path below the owner, null when there is no page. */
  @CheckForNull
  String getUrlName();
}
