package io.jenkins.plugins.austa.cli.host.bind;

import groovy.lang.GString;
import hudson.util.Secret;
import io.jenkins.plugins.austa.engine.config.NearestName;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts a value of the program to the type that a parameter wants, as Jenkins does. */
final class Coercion {
  private final Describables describables;

  Coercion(Describables describables) {
    this.describables = describables;
  }

  /**
   * Converts {@code value} to {@code type}.
   *
   * @param what names the parameter in messages
   * @return null for null, or the zero of a primitive type
   * @throws BindingException when the value does not fit
   */
  Object convert(String what, Type type, Object value) throws Exception {
    Class<?> wanted = erase(type);
    if (value == null) {
      return wanted.isPrimitive() ? Array.get(Array.newInstance(wanted, 1), 0) : null;
    }
    return convertPresent(what, type, value instanceof GString ? value.toString() : value);
  }

  private Object convertPresent(String what, Type type, Object value) throws Exception {
    Class<?> wanted = erase(type);
    if (value instanceof Number number && Numbers.isNumeric(wanted)) {
      return Numbers.convert(what, wanted, number);
    }
    if (wanted.isArray() && isMany(value)) {
      List<Object> elements = elements(what, wanted.getComponentType(), value);
      Object array = Array.newInstance(wanted.getComponentType(), elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Array.set(array, i, elements.get(i));
      }
      return array;
    }
    if (Collection.class.isAssignableFrom(wanted) && isMany(value)) {
      List<Object> elements = elements(what, argument(type, 0), value);
      return Set.class.isAssignableFrom(wanted) ? new LinkedHashSet<>(elements) : elements;
    }
    if (value instanceof SymbolCall call
        && (!wanted.isInstance(call) || describables.isUnambiguous(call.symbol()))) {
      return describables.create(what, wanted, call, this);
    }
    if (value instanceof Map<?, ?> map) {
      return convertMap(what, type, map);
    }
    if (value instanceof String text && !wanted.isInstance(text)) {
      return convertString(what, wanted, text);
    }
    if (wanted.isInstance(value) || wanted == boolean.class && value instanceof Boolean) {
      return value;
    }
    throw mismatch(what, wanted, value);
  }

  private Object convertMap(String what, Type type, Map<?, ?> map) throws Exception {
    Class<?> wanted = erase(type);
    if (map.containsKey("$class") && !Map.class.isAssignableFrom(wanted)) {
      return describables.create(what, wanted, map, this);
    }
    if (!wanted.isAssignableFrom(LinkedHashMap.class)) {
      throw mismatch(what, wanted, map);
    }
    Map<Object, Object> converted = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = convert(what + ", key", argument(type, 0), entry.getKey());
      converted.put(key, convert(what + "." + key, argument(type, 1), entry.getValue()));
    }
    return converted;
  }

  private static Object convertString(String what, Class<?> wanted, String text) {
    if (wanted.isEnum()) {
      List<String> names =
          Arrays.stream(wanted.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
      int index = names.indexOf(text);
      if (index < 0) {
        throw new BindingException(
            what + ": '" + text + "' is none of " + names + NearestName.hint(text, names));
      }
      return wanted.getEnumConstants()[index];
    }
    if (wanted == Secret.class) {
      return Secret.fromString(text);
    }
    if ((wanted == char.class || wanted == Character.class) && text.length() == 1) {
      return text.charAt(0);
    }
    throw mismatch(what, wanted, text);
  }

  private List<Object> elements(String what, Type type, Object value) throws Exception {
    Collection<?> source =
        value instanceof Collection<?> collection ? collection : Arrays.asList((Object[]) value);
    List<Object> converted = new ArrayList<>();
    for (Object element : source) {
      converted.add(convert(what + "[" + converted.size() + "]", type, element));
    }
    return converted;
  }

  private static boolean isMany(Object value) {
    return value instanceof Collection || value instanceof Object[];
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : Object.class;
  }

  static Class<?> erase(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    }
    if (type instanceof ParameterizedType p) {
      return erase(p.getRawType());
    }
    if (type instanceof WildcardType w) {
      return erase(w.getUpperBounds()[0]);
    }
    return type instanceof GenericArrayType a
        ? erase(a.getGenericComponentType()).arrayType()
        : Object.class;
  }

  private static BindingException mismatch(String what, Class<?> wanted, Object value) {
    String shown = String.valueOf(value);
    return new BindingException(
        what
            + " wants "
            + wanted.getSimpleName()
            + ", not "
            + value.getClass().getSimpleName()
            + " ("
            + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown)
            + ")");
  }
}
