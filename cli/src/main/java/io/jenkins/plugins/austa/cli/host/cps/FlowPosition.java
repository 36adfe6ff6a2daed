package io.jenkins.plugins.austa.cli.host.cps;

import java.io.Serializable;

/**
 * Where in the tree of steps and bodies a body runs; given to every body as a context variable.
 *
 * @param node number of the body's node
 */
public record FlowPosition(int node) implements Serializable {

  /** The program outside any step. */
  public static final FlowPosition TOP = new FlowPosition(0);

  static FlowPosition of(ContextVariables variables) {
    FlowPosition position = variables.find(FlowPosition.class);
    return position == null ? TOP : position;
  }
}
