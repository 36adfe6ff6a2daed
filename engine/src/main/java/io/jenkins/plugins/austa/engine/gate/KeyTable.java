package io.jenkins.plugins.austa.engine.gate;

/**
 * Maps 64-bit keys to numbers, in about 20 bytes each. Kept in parts that grow by themselves, so
 * that growing never needs much more memory than what is there. Keys are never 0.
 */
final class KeyTable {
  /** What {@link #get} says of a key that is not there. */
  static final int ABSENT = -1;

  private static final int PARTS = 256;
  private static final int SMALLEST = 8;

  private final long[][] keys = new long[PARTS][];
  private final int[][] values = new int[PARTS][];
  private final int[] sizes = new int[PARTS];

  int get(long key) {
    int part = part(key);
    if (keys[part] == null) {
      return ABSENT;
    }
    int place = place(keys[part], key);
    return keys[part][place] == key ? values[part][place] : ABSENT;
  }

  void put(long key, int value) {
    int part = part(key);
    if (keys[part] == null) {
      allocate(part, SMALLEST);
    } else if (sizes[part] * 3 >= keys[part].length * 2) {
      grow(part);
    }
    int place = place(keys[part], key);
    if (keys[part][place] == 0) {
      keys[part][place] = key;
      sizes[part]++;
    }
    values[part][place] = value;
  }

  private void grow(int part) {
    long[] oldKeys = keys[part];
    int[] oldValues = values[part];
    allocate(part, oldKeys.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(keys[part], oldKeys[i]);
        keys[part][place] = oldKeys[i];
        values[part][place] = oldValues[i];
      }
    }
  }

  private void allocate(int part, int size) {
    keys[part] = new long[size];
    values[part] = new int[size];
  }

  /** Where the key is, or where it belongs. */
  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = place + 1 & mask;
    }
    return place;
  }

  private static int part(long key) {
    return (int) (key >>> 56);
  }
}
