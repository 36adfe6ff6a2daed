package hudson.search;

/** Something that can be found by the search box. */
public interface SearchItem {
  /** Returns the name it is found by. */
  String getSearchName();

  /** Returns its path, relative to the object it was found in. */
  String getSearchUrl();
}
