package io.jenkins.plugins.austa.cli.host.cps;

import java.util.AbstractMap;
import java.util.Map;

/** A map entry that can be saved and still writes through to its map. */
final class MapEntry<K, V> extends AbstractMap.SimpleEntry<K, V> {
  private static final long serialVersionUID = 1L;
  private final Map<K, V> map;

  MapEntry(Map<K, V> map, K key, V value) {
    super(key, value);
    this.map = map;
  }

  @Override
  public V setValue(V value) {
    map.put(getKey(), value);
    return super.setValue(value);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
