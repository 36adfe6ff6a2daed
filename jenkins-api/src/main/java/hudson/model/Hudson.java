package hudson.model;

import jenkins.model.Jenkins;

/** The old name of {@link Jenkins}; holds what still bears it. */
@Deprecated
public class Hudson {
  private Hudson() {}

  /** The old name of {@link Jenkins.CloudList}. */
  @Deprecated
  public static class CloudList extends Jenkins.CloudList {
    /** Starts empty. */
    public CloudList(Jenkins h) {
      super(h);
    }
  }
}
