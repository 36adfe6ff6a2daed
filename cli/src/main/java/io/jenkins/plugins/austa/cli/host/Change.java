package io.jenkins.plugins.austa.cli.host;

/**
 * The change that a run builds; what is not known is null.
 *
 * @param branch name of the branch
 * @param tag name of the tag when a tag is built
 * @param commit full hash of the commit
 * @param author id or name of who wrote it
 */
public record Change(String branch, String tag, String commit, String author) {
  /** Nothing is known. */
  public static final Change UNKNOWN = new Change(null, null, null, null);
}
