package io.jenkins.plugins.austa.cli.host.script;

import groovy.lang.GroovyObjectSupport;
import io.jenkins.plugins.austa.cli.host.cps.Program;
import java.io.Serializable;

/** The variable {@code steps}: every step as a method, for classes that are not scripts. */
public final class StepsVariable extends GroovyObjectSupport implements Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Program program = Program.current();
    if (program == null) {
      throw new IllegalStateException("steps can only be used while the pipeline is running");
    }
    return program.host().invoke(name, arguments);
  }
}
