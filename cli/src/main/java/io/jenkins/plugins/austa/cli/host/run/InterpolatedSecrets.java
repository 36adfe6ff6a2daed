package io.jenkins.plugins.austa.cli.host.run;

import groovy.lang.GString;
import hudson.EnvVars;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds secrets that a pipeline puts into arguments by Groovy, where a process list shows them. */
final class InterpolatedSecrets {
  private InterpolatedSecrets() {}

  /** Returns the names of the secret variables whose values stand in interpolated arguments. */
  static Set<String> find(Object arguments, Set<String> sensitive, EnvVars environment) {
    Set<String> found = new TreeSet<>();
    if (!(arguments instanceof Object[] list)) {
      return found;
    }
    for (String name : sensitive) {
      String value = environment.get(name, "");
      if (!value.isEmpty() && Arrays.stream(list).anyMatch(a -> contains(a, value))) {
        found.add(name);
      }
    }
    return found;
  }

  private static boolean contains(Object argument, String secret) {
    if (argument instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(value -> contains(value, secret));
    }
    return argument instanceof GString text && text.toString().contains(secret);
  }
}
