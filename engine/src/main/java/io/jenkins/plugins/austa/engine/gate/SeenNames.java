package io.jenkins.plugins.austa.engine.gate;

/**
 * The names of one object so far. A report that names a field twice means one thing to one reader
 * and another to the next, so it must not be trusted.
 */
final class SeenNames {
  /** From here on comparing one by one would take too long. */
  private static final int FEW = 48;

  private final KeyedHash hash;
  private final String[] names = new String[FEW];
  private long bits;
  private int count;
  private KeyTable many;

  SeenNames(KeyedHash hash) {
    this.hash = hash;
  }

  void clear() {
    bits = 0;
    count = 0;
    many = null;
  }

  /** Adds a name; false when it was there already. */
  boolean add(String name) {
    if (many != null || count == FEW) {
      return addToMany(name);
    }
    long bit = 1L << (name.hashCode() * 0x9E3779B9 >>> 26);
    if ((bits & bit) != 0) {
      for (int i = 0; i < count; i++) {
        if (names[i].equals(name)) {
          return false;
        }
      }
    }
    bits |= bit;
    names[count++] = name;
    return true;
  }

  private boolean addToMany(String name) {
    if (many == null) {
      many = new KeyTable();
      for (int i = 0; i < count; i++) {
        many.put(hash.begin().add(names[i]).end(), 1);
      }
    }
    long key = hash.begin().add(name).end();
    boolean isNew = many.get(key) == KeyTable.ABSENT;
    many.put(key, 1);
    return isNew;
  }
}
