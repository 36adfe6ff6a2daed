package hudson.search;

import hudson.model.ModelObject;

/** A model object that can be found by the search box. */
public interface SearchableModelObject extends ModelObject, SearchItem {}
