package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Env;
import groovy.lang.Script;
import io.jenkins.plugins.austa.cli.host.script.ScriptLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in the words of the pipeline's author what it is that cannot be saved, and where it is. */
final class UnsaveableObject {
  private UnsaveableObject() {}

  /** Describes {@code object}, which was found to be not serialisable while saving the program. */
  static String describe(Program program, Object object, ProgramHost host) {
    List<ObjectPath.Hop> way =
        ObjectPath.find(program, object, o -> o instanceof HostOwned || host.keyOf(o) != null);
    return "The program cannot be saved"
        + waiting(way)
        + ": "
        + name(way)
        + " holds a "
        + object.getClass().getName()
        + ", which is not serialisable. Keep only values (text, numbers, List, Map) across steps,"
        + " or use the object inside a method annotated @NonCPS.";
  }

  private static String waiting(List<ObjectPath.Hop> way) {
    Optional<ProgramThread> thread =
        way.stream()
            .map(ObjectPath.Hop::holder)
            .filter(ProgramThread.class::isInstance)
            .map(ProgramThread.class::cast)
            .reduce((first, last) -> last);
    return thread
        .filter(t -> t.waitingFor() != null)
        .map(t -> " while it waits for '" + t.waitingFor().stepName() + "'" + place(t))
        .orElse("");
  }

  private static String place(ProgramThread thread) {
    return ScriptLocation.first(thread.stackTrace()).map(at -> " at " + at).orElse("");
  }

  private static String name(List<ObjectPath.Hop> way) {
    for (int i = way.size() - 1; i > 0; i--) {
      Object holder = way.get(i - 1).holder();
      boolean locals = holder instanceof Env && way.get(i).holder() instanceof Map;
      boolean binding = holder instanceof Script && way.get(i).holder() instanceof Map;
      if (locals || binding) {
        String kind = locals ? "the local variable '" : "the script variable '";
        return kind + way.get(i).label() + "'" + inside(way.subList(i + 1, way.size()));
      }
    }
    for (int i = way.size() - 1; i >= 0; i--) {
      if (way.get(i).holder() instanceof ProgramThread t && way.get(i).label().equals("step")) {
        return "the step '"
            + t.waitingFor().stepName()
            + "'"
            + inside(way.subList(i + 1, way.size()));
      }
    }
    return "something the program refers to" + inside(way.subList(way.size() / 2, way.size()));
  }

  private static String inside(List<ObjectPath.Hop> rest) {
    if (rest.isEmpty()) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    for (ObjectPath.Hop hop : rest) {
      path.append(hop.label().startsWith("[") || path.isEmpty() ? "" : ".").append(hop.label());
    }
    return " (in " + path + ")";
  }
}
