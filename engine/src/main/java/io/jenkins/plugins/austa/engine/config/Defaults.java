package io.jenkins.plugins.austa.engine.config;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The value of a key that is not given. */
final class Defaults {

  private Defaults() {}

  /**
   * The default of a component, from the same text and by the same rules as if the user had written
   * it.
   *
   * @return null for an absent scalar; empty for an absent list or map; a record with its own
   *     defaults
   */
  static Object of(RecordComponent component) {
    String text = component.getAnnotation(Setting.class).byDefault();
    Class<?> type = component.getType();
    if (text.isEmpty()) {
      return absent(component, type);
    }
    List<ConfigProblem> problems = new ArrayList<>();
    YamlNode node = YamlReader.read("default", text, problems);
    Object value =
        new RecordBinder("default", problems)
            .bind(component.getGenericType(), node, component.getName());
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the default of " + component + " is wrong: " + problems);
    }
    return value;
  }

  private static Object absent(RecordComponent component, Class<?> type) {
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    boolean nested = type.isRecord() && type != Ratio.class;
    return nested ? of(type) : null;
  }

  /** A record with nothing but defaults. */
  static <T> T of(Class<T> type) {
    List<ConfigProblem> problems = new ArrayList<>();
    YamlNode nothing = new YamlNode.Mapping(Map.of(), 0);
    return type.cast(new RecordBinder("default", problems).bind(type, nothing, ""));
  }

  /** A number as one writes it: 10, not 10.0. */
  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
