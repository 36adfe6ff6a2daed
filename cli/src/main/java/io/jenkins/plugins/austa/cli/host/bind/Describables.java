package io.jenkins.plugins.austa.cli.host.bind;

import io.jenkins.plugins.austa.engine.config.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The classes that can stand inside the arguments of a step, by symbol or by {@code $class}. One
 * symbol may name several classes: {@code string} is a credentials binding and a parameter.
 */
public final class Describables {
  private final Map<String, List<Class<?>>> bySymbol;

  /** Uses the given classes by symbol. */
  public Describables(Map<String, List<Class<?>>> bySymbol) {
    this.bySymbol = Map.copyOf(bySymbol);
  }

  /** Returns whether any class has this symbol. */
  public boolean knows(String symbol) {
    return bySymbol.containsKey(symbol);
  }

  /** Returns whether the symbol means one class, wherever it stands. */
  boolean isUnambiguous(String symbol) {
    return bySymbol.getOrDefault(symbol, List.of()).size() == 1;
  }

  /** Returns all symbols. */
  public TreeSet<String> symbols() {
    return new TreeSet<>(bySymbol.keySet());
  }

  Object create(String what, Class<?> wanted, SymbolCall call, Coercion coercion) throws Exception {
    for (Class<?> candidate : bySymbol.getOrDefault(call.symbol(), List.of())) {
      if (wanted.isAssignableFrom(candidate)) {
        return instantiate(call.symbol(), candidate, call.arguments(), coercion);
      }
    }
    throw new BindingException(
        what + " wants " + wanted.getSimpleName() + ", which " + call.symbol() + "() is not");
  }

  Object create(String what, Class<?> wanted, Map<?, ?> map, Coercion coercion) throws Exception {
    String name = String.valueOf(map.get("$class"));
    Map<String, Object> arguments = new LinkedHashMap<>();
    map.forEach((key, value) -> arguments.put(String.valueOf(key), value));
    arguments.remove("$class");
    TreeSet<String> names = new TreeSet<>();
    for (List<Class<?>> candidates : bySymbol.values()) {
      for (Class<?> candidate : candidates) {
        boolean named = name.equals(candidate.getName()) || name.equals(candidate.getSimpleName());
        if (named && wanted.isAssignableFrom(candidate)) {
          return instantiate(name, candidate, arguments, coercion);
        }
        names.add(candidate.getSimpleName());
      }
    }
    throw new BindingException(
        what + ": no class '" + name + "' fits here" + NearestName.hint(name, names));
  }

  private Object instantiate(
      String owner, Class<?> type, Map<String, Object> arguments, Coercion coercion)
      throws Exception {
    BoundModel model = BoundModel.of(type);
    Map<String, Object> named = new LinkedHashMap<>(arguments);
    if (named.containsKey("") && model.soleConstructorParameter() != null) {
      named.put(model.soleConstructorParameter(), named.remove(""));
    }
    return model.create(owner, named, coercion);
  }
}
