package io.jenkins.plugins.austa.cli.host.steps;

import java.io.Serializable;

/**
 * Is told of each line that is written inside a body.
 *
 * @param timeout winds up again at each line
 * @param outer told as well; null when there is none
 */
public record Activity(TimeoutExecution timeout, Activity outer) implements Serializable {

  /** A line was written. */
  public void line() {
    timeout.active();
    if (outer != null) {
      outer.line();
    }
  }
}
