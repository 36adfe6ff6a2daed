package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.impl.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groovy category that gives loops iterators which can be saved with the program.
 *
 * <p>The JDK's own iterators, entry sets and key sets are not serialisable, so a loop around a step
 * could not be saved. Sets and maps are copied when the loop starts: a change made by the loop body
 * does not show in the loop, and never ends it with a {@code ConcurrentModificationException}.
 */
public final class SerialisableIterators {
  private SerialisableIterators() {}

  /** Replaces {@link List#iterator()}. */
  public static <E> Iterator<E> iterator(List<E> list) {
    return new ListCursor<>(list);
  }

  /** Replaces {@link Set#iterator()}. */
  public static <E> Iterator<E> iterator(Set<E> set) {
    return new ListCursor<>(new ArrayList<>(set));
  }

  /** Replaces {@link Deque#iterator()}. */
  public static <E> Iterator<E> iterator(Deque<E> deque) {
    return new ListCursor<>(new ArrayList<>(deque));
  }

  /** Replaces Groovy's iterator over an array. */
  public static <E> Iterator<E> iterator(E[] array) {
    return new ListCursor<>(new ArrayList<>(Arrays.asList(array)));
  }

  /** Replaces Groovy's iterator over the entries of a map. */
  public static <K, V> Iterator<Map.Entry<K, V>> iterator(Map<K, V> map) {
    return new ListCursor<>(new ArrayList<>(copyOfEntries(map)));
  }

  /** Replaces {@link Map#entrySet()} in code that may be suspended. */
  public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
    return asynchronous(map, "entrySet") ? copyOfEntries(map) : map.entrySet();
  }

  /** Replaces {@link Map#keySet()} in code that may be suspended. */
  public static <K> Set<K> keySet(Map<K, ?> map) {
    return asynchronous(map, "keySet") ? new LinkedHashSet<>(map.keySet()) : map.keySet();
  }

  /** Replaces {@link Map#values()} in code that may be suspended. */
  public static <V> Collection<V> values(Map<?, V> map) {
    return asynchronous(map, "values") ? new ArrayList<>(map.values()) : map.values();
  }

  private static boolean asynchronous(Map<?, ?> map, String method) {
    return Caller.isAsynchronous(map, method)
        || Caller.isAsynchronous(SerialisableIterators.class, method, map);
  }

  private static <K, V> Set<Map.Entry<K, V>> copyOfEntries(Map<K, V> map) {
    Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
    map.forEach((key, value) -> entries.add(new MapEntry<>(map, key, value)));
    return entries;
  }
}
