package io.jenkins.plugins.austa.engine.gate;

import java.security.SecureRandom;

/**
 * Makes 64-bit keys of texts with SipHash-1-3 under a key of its own, so that nobody who writes a
 * package name can choose which other finding it is taken for. Not the same in two objects.
 */
final class KeyedHash {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long C0 = 0x736f6d6570736575L;
  private static final long C1 = 0x646f72616e646f6dL;
  private static final long C2 = 0x6c7967656e657261L;
  private static final long C3 = 0x7465646279746573L;

  private final long k0;
  private final long k1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long word;
  private int count;

  KeyedHash() {
    k0 = RANDOM.nextLong();
    k1 = RANDOM.nextLong();
  }

  /** Begins a new key. */
  KeyedHash begin() {
    v0 = k0 ^ C0;
    v1 = k1 ^ C1;
    v2 = k0 ^ C2;
    v3 = k1 ^ C3;
    word = 0;
    count = 0;
    return this;
  }

  /** Adds a text and its end; null is another text than the empty one. */
  KeyedHash add(String text) {
    int length = text == null ? 0 : text.length();
    for (int i = 0; i < length; i++) {
      unit(text.charAt(i));
    }
    unit(text == null ? 0xFFFE : 0xFFFF);
    return this;
  }

  /** Adds a number. */
  KeyedHash add(int number) {
    unit((char) number);
    unit((char) (number >>> 16));
    return this;
  }

  /** The key; never 0, which tables use for an empty place. */
  long end() {
    mix(word | (long) count << 56);
    v2 ^= 0xff;
    round();
    round();
    round();
    long hash = v0 ^ v1 ^ v2 ^ v3;
    return hash == 0 ? 1 : hash;
  }

  private void unit(int unit) {
    word |= (long) (unit & 0xFFFF) << ((count & 3) << 4);
    count++;
    if ((count & 3) == 0) {
      mix(word);
      word = 0;
    }
  }

  private void mix(long m) {
    v3 ^= m;
    round();
    v0 ^= m;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
