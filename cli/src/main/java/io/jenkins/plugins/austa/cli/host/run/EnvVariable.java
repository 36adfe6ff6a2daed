package io.jenkins.plugins.austa.cli.host.run;

import groovy.lang.GroovyObjectSupport;
import hudson.EnvVars;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The variable {@code env}: reading gives the variables in effect where the program is, setting one
 * holds for the rest of the run.
 */
public final class EnvVariable extends GroovyObjectSupport implements HostOwned {
  private final Map<String, String> assigned = new ConcurrentSkipListMap<>();
  private final Supplier<EnvVars> effective;

  EnvVariable(Supplier<EnvVars> effective) {
    this.effective = effective;
  }

  Map<String, String> assigned() {
    return assigned;
  }

  /** Returns the value of a variable, null when it is not set. */
  @Override
  public Object getProperty(String name) {
    return effective.get().get(name);
  }

  /** Sets a variable. */
  @Override
  public void setProperty(String name, Object value) {
    assigned.put(name, String.valueOf(value));
  }

  /** Returns all variables in effect. */
  public EnvVars getEnvironment() {
    return effective.get();
  }

  @Override
  public String hostKey() {
    return "env";
  }
}
