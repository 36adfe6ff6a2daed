package io.jenkins.plugins.austa.cli.host.bind;

import groovy.lang.Closure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one call of a step.
 *
 * @param named by parameter name, in the order written
 * @param body the closure at the end, null when there is none
 */
public record StepArguments(Map<String, Object> named, Closure<?> body) {

  /**
   * Sorts what Groovy passed.
   *
   * @param takesBody whether a closure at the end is the body, not an argument
   * @throws BindingException when arguments without names cannot be told apart
   */
  static StepArguments of(String step, BoundModel model, Object arguments, boolean takesBody) {
    List<?> list = arguments instanceof Object[] array ? Arrays.asList(array) : asList(arguments);
    Closure<?> body = null;
    if (takesBody && !list.isEmpty() && list.get(list.size() - 1) instanceof Closure<?> last) {
      body = last;
      list = list.subList(0, list.size() - 1);
    }
    if (list.isEmpty()) {
      return new StepArguments(Map.of(), body);
    }
    if (list.size() == 1 && list.get(0) instanceof Map<?, ?> map && namesParameters(model, map)) {
      return new StepArguments(named(map), body);
    }
    String sole = model.soleConstructorParameter();
    if (list.size() > 1 || sole == null) {
      throw new BindingException(
          step + " wants its arguments by name: " + step + "(" + model.signature() + ")");
    }
    Map<String, Object> single = new LinkedHashMap<>();
    single.put(sole, list.get(0));
    return new StepArguments(single, body);
  }

  private static List<?> asList(Object arguments) {
    return arguments instanceof List<?> list
        ? list
        : arguments == null ? List.of() : List.of(arguments);
  }

  /** A map is the named arguments, except where the one parameter there is wants a map itself. */
  private static boolean namesParameters(BoundModel model, Map<?, ?> map) {
    return !model.soleParameterIsMap() || map.containsKey(model.soleConstructorParameter());
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
