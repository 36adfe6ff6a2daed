package io.jenkins.plugins.austa.cli.host.services;

import hudson.AbortException;

/** The milestones a run has passed; their numbers must grow. */
public final class Milestones {
  private int last;

  /**
   * Passes a milestone.
   *
   * @param ordinal its number, or null for the next one
   * @return its number
   */
  public synchronized int pass(Integer ordinal) throws AbortException {
    int number = ordinal == null ? last + 1 : ordinal;
    if (number <= last) {
      throw new AbortException(
          "milestone " + number + " comes after milestone " + last + ": the numbers must grow");
    }
    last = number;
    return number;
  }
}
