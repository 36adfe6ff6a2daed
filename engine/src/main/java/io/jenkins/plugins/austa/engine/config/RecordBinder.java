package io.jenkins.plugins.austa.engine.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds YAML to records whose components carry {@link Setting}. Strict: an unknown key, a wrong
 * type or a value out of range is a problem with its key and line, and all of them are found in one
 * pass.
 */
final class RecordBinder {
  private final String file;
  private final List<ConfigProblem> problems;

  RecordBinder(String file, List<ConfigProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Binds a value.
   *
   * @param type the type wanted
   * @param node the YAML
   * @param key the full key, for problems
   * @return the value; null when it could not be bound, and then a problem says why
   */
  Object bind(Type type, YamlNode node, String key) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? list(arguments[0], node, key)
          : map(arguments[1], node, key);
    }
    Class<?> raw = (Class<?>) type;
    return raw.isRecord() && raw != Ratio.class ? record(raw, node, key) : scalar(raw, node, key);
  }

  private Object scalar(Class<?> type, YamlNode node, String key) {
    ScalarType scalar = ScalarType.of(type).orElseThrow();
    if (!(node instanceof YamlNode.Scalar given) || given.isNull()) {
      return wrongType(node, key, scalar.name());
    }
    try {
      return scalar.parser().apply(given.text());
    } catch (IllegalArgumentException e) {
      String said = "\"" + given.text() + "\" " + e.getMessage();
      return problem(node.line(), key, said + "; allowed: " + scalar.name());
    }
  }

  private Object list(Type element, YamlNode node, String key) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return wrongType(node, key, "a list");
    }
    List<Object> bound = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      Object value = bind(element, item, key + "[" + bound.size() + "]");
      bound.add(value);
    }
    return bound.contains(null) ? null : List.copyOf(bound);
  }

  private Object map(Type element, YamlNode node, String key) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrongType(node, key, "a mapping");
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) ->
                bound.put(name, bind(element, orEmpty(entry, element), join(key, name))));
    return bound;
  }

  /** {@code backend:} with nothing behind it means a service with every default, not an error. */
  private static YamlNode orEmpty(YamlNode.Entry entry, Type element) {
    boolean isRecord = element instanceof Class<?> raw && raw.isRecord();
    boolean nothing = entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull();
    return isRecord && nothing ? new YamlNode.Mapping(Map.of(), entry.line()) : entry.value();
  }

  private Object record(Class<?> type, YamlNode node, String key) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrongType(node, key, "a mapping");
    }
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    refuseUnknown(mapping, known, key);
    Object[] values = new Object[components.length];
    int before = problems.size();
    for (int i = 0; i < components.length; i++) {
      values[i] = component(components[i], mapping, join(key, components[i].getName()));
    }
    return problems.size() == before ? construct(type, components, values) : null;
  }

  private void refuseUnknown(YamlNode.Mapping mapping, List<String> known, String key) {
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                String hint = ScalarType.suggestion(name, known);
                String allowed = "; allowed here: " + String.join(", ", known);
                problem(entry.line(), join(key, name), "is not a known key" + hint + allowed);
              }
            });
  }

  private Object component(RecordComponent component, YamlNode.Mapping mapping, String key) {
    Setting setting = component.getAnnotation(Setting.class);
    YamlNode.Entry entry = mapping.entries().get(component.getName());
    if (entry == null) {
      return setting.required()
          ? problem(mapping.line(), key, "is missing; it must be given: " + setting.value())
          : Defaults.of(component);
    }
    Object value = bind(component.getGenericType(), orEmpty(entry, component.getType()), key);
    return value == null ? null : inRange(setting, value, entry.value().line(), key);
  }

  private Object inRange(Setting setting, Object value, int line, String key) {
    if (value instanceof Number number
        && (number.doubleValue() < setting.min() || number.doubleValue() > setting.max())) {
      return problem(line, key, value + " is out of range; allowed: " + range(setting));
    }
    boolean mismatch = !setting.pattern().isEmpty() && !value.toString().matches(setting.pattern());
    return mismatch
        ? problem(line, key, "\"" + value + "\" is not allowed; it must match " + setting.pattern())
        : value;
  }

  private static String range(Setting setting) {
    String from = Defaults.number(setting.min());
    return setting.max() == Double.POSITIVE_INFINITY
        ? from + " or more"
        : from + " to " + Defaults.number(setting.max());
  }

  private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("constructing " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type, e);
    }
  }

  private Object wrongType(YamlNode node, String key, String wanted) {
    String found = Optional.of(node).map(YamlNode::kind).orElseThrow();
    return problem(node.line(), key, found + " stands here; allowed: " + wanted);
  }

  private Object problem(int line, String key, String message) {
    problems.add(new ConfigProblem(file, line, key, message));
    return null;
  }

  private static String join(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
