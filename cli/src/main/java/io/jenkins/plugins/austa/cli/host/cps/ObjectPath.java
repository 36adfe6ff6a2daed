package io.jenkins.plugins.austa.cli.host.cps;

import groovy.lang.Script;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Searches the shortest way from one object to another, along what serialisation follows. */
final class ObjectPath {

  /**
   * One step of the way.
   *
   * @param holder the object gone through
   * @param label how the next object is called there: a field, a map key, an index
   */
  record Hop(Object holder, String label) {}

  private final Map<Object, Hop> seen = new IdentityHashMap<>();
  private final Deque<Object> queue = new ArrayDeque<>();
  private final Predicate<Object> skipped;

  private ObjectPath(Predicate<Object> skipped) {
    this.skipped = skipped;
  }

  /** Returns the hops from {@code root} to {@code target}; empty when no way was found. */
  static List<Hop> find(Object root, Object target, Predicate<Object> skipped) {
    ObjectPath search = new ObjectPath(skipped);
    search.seen.put(root, new Hop(null, ""));
    search.queue.add(root);
    while (!search.queue.isEmpty() && !search.seen.containsKey(target)) {
      search.expand(search.queue.remove());
    }
    return search.wayTo(target);
  }

  private List<Hop> wayTo(Object target) {
    LinkedList<Hop> way = new LinkedList<>();
    Hop hop = seen.get(target);
    while (hop != null && hop.holder() != null) {
      way.addFirst(hop);
      hop = seen.get(hop.holder());
    }
    return way;
  }

  private void expand(Object object) {
    if (object instanceof Map<?, ?> map) {
      map.forEach((key, value) -> visit(object, String.valueOf(key), value));
      map.keySet().forEach(key -> visit(object, "key " + key, key));
    } else if (object instanceof Collection<?> collection) {
      int index = 0;
      for (Object element : collection) {
        visit(object, "[" + index++ + "]", element);
      }
    } else if (object instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        visit(object, "[" + i + "]", array[i]);
      }
    } else if (object instanceof Throwable thrown) {
      visit(object, "cause", thrown.getCause());
      fields(object);
    } else {
      if (object instanceof Script script) {
        visit(object, "binding", script.getBinding().getVariables());
      }
      fields(object);
    }
  }

  private void fields(Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        boolean followed = !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers);
        if (followed && !field.getType().isPrimitive() && field.trySetAccessible()) {
          visit(object, field.getName(), value(field, object));
        }
      }
    }
  }

  private static Object value(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible but is not", e);
    }
  }

  private void visit(Object holder, String label, Object value) {
    if (value != null && !skipped.test(value) && !seen.containsKey(value)) {
      seen.put(value, new Hop(holder, label));
      queue.add(value);
    }
  }
}
