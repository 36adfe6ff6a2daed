package hudson.model;

import hudson.search.SearchableModelObject;

/** Base of the model objects. */
public abstract class AbstractModelObject implements SearchableModelObject {
  /** Returns the name this object is found by, its display name. */
  @Override
  public String getSearchName() {
    return getDisplayName();
  }
}
