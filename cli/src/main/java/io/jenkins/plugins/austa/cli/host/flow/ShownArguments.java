package io.jenkins.plugins.austa.cli.host.flow;

import groovy.lang.Closure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the arguments of a step fit to be shown: without closures, with secrets masked. */
final class ShownArguments {
  private final SecretMasker masker;

  ShownArguments(SecretMasker masker) {
    this.masker = masker;
  }

  Map<String, Object> of(Map<String, Object> arguments) {
    Map<String, Object> shown = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (!(value instanceof Closure)) {
            shown.put(name, value(value));
          }
        });
    return shown;
  }

  private Object value(Object value) {
    if (value instanceof Number || value instanceof Boolean || value == null) {
      return value;
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(this::value).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> shown = new LinkedHashMap<>();
      map.forEach((key, each) -> shown.put(key, value(each)));
      return shown;
    }
    return masker.mask(String.valueOf(value));
  }
}
