package io.jenkins.plugins.austa.cli.host.services;

import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a run: those given, and defaults of those that the pipeline declares. */
public final class RunParameters implements HostOwned {
  private final Map<String, Object> values = Collections.synchronizedMap(new LinkedHashMap<>());

  RunParameters(Map<String, Object> given) {
    values.putAll(given);
  }

  /** Declares a parameter; a value given at the start stays, taking the type of the default. */
  public void declare(String name, Object defaultValue) {
    values.merge(name, defaultValue, RunParameters::typed);
  }

  private static Object typed(Object given, Object defaultValue) {
    return defaultValue instanceof Boolean && given instanceof String text
        ? Boolean.valueOf(text)
        : given;
  }

  /** Returns the values by name; cannot be changed and does not follow later declarations. */
  public Map<String, Object> values() {
    synchronized (values) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  @Override
  public String hostKey() {
    return "parameters";
  }
}
