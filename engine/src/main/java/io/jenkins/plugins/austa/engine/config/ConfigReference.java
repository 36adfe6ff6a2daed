package io.jenkins.plugins.austa.engine.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;

/**
 * Writes the reference of {@code austa.yaml} from the records that bind it, so that the two cannot
 * differ.
 */
public final class ConfigReference {
  private final StringBuilder out = new StringBuilder();

  private ConfigReference() {}

  /** The table of every key, in Markdown. */
  public static String markdown() {
    ConfigReference reference = new ConfigReference();
    reference.out.append("| key | what it takes | default | meaning |\n|---|---|---|---|\n");
    reference.rows(AustaConfig.class, "");
    return reference.out.toString();
  }

  private void rows(Class<?> type, String prefix) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + component.getName();
      Setting setting = component.getAnnotation(Setting.class);
      row(key, typeName(component.getGenericType()), defaultOf(setting), setting.value());
      nested(component.getGenericType(), key);
    }
  }

  private void nested(Type type, String key) {
    if (type instanceof ParameterizedType generic) {
      boolean isList = generic.getRawType() == List.class;
      Type element = generic.getActualTypeArguments()[isList ? 0 : 1];
      nested(element, key + (isList ? "[]" : ".<name>"));
    } else if (isGroup(type)) {
      rows((Class<?>) type, key + ".");
    }
  }

  private void row(String... cells) {
    out.append("| `").append(cells[0]).append('`');
    for (int i = 1; i < cells.length; i++) {
      out.append(" | ").append(cells[i].replace("|", "\\|"));
    }
    out.append(" |\n");
  }

  private static String typeName(Type type) {
    if (type instanceof ParameterizedType generic) {
      boolean isList = generic.getRawType() == List.class;
      Type element = generic.getActualTypeArguments()[isList ? 0 : 1];
      return (isList ? "list of " : "mapping of name to ") + typeName(element);
    }
    return isGroup(type) ? "group" : ScalarType.of((Class<?>) type).orElseThrow().name();
  }

  private static boolean isGroup(Type type) {
    return type instanceof Class<?> raw && raw.isRecord() && raw != Ratio.class;
  }

  private static String defaultOf(Setting setting) {
    if (setting.required()) {
      return "*required*";
    }
    if (!setting.derived().isEmpty()) {
      return setting.derived();
    }
    return setting.byDefault().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "`%s`", setting.byDefault());
  }
}
