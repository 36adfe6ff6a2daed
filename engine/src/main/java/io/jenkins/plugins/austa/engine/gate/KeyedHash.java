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

  /** Ends every text; Unicode says that it is no character. */
  private static final long END = 0xFFFF;

  private static final long ABSENT = 0xFFFE;

  private final long k0;
  private final long k1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long count;

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
    count = 0;
    return this;
  }

  /**
   * Adds a text and its end, four characters at a time; null is another text than the empty one.
   */
  KeyedHash add(String text) {
    if (text == null) {
      mix(ABSENT);
      return this;
    }
    int length = text.length();
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      mix(
          text.charAt(i)
              | (long) text.charAt(i + 1) << 16
              | (long) text.charAt(i + 2) << 32
              | (long) text.charAt(i + 3) << 48);
    }
    long last = END;
    for (int rest = length - 1; rest >= i; rest--) {
      last = last << 16 | text.charAt(rest);
    }
    mix(last);
    return this;
  }

  /** Adds a number. */
  KeyedHash add(int number) {
    mix(number);
    return this;
  }

  /** The key; never 0, which tables use for an empty place. */
  long end() {
    mix(count << 56);
    v2 ^= 0xff;
    round();
    round();
    round();
    long hash = v0 ^ v1 ^ v2 ^ v3;
    return hash == 0 ? 1 : hash;
  }

  private void mix(long word) {
    count++;
    v3 ^= word;
    round();
    v0 ^= word;
  }

  private void round() {
    long a = v0 + v1;
    long b = Long.rotateLeft(v1, 13) ^ a;
    a = Long.rotateLeft(a, 32);
    long c = v2 + v3;
    long d = Long.rotateLeft(v3, 16) ^ c;
    a += d;
    d = Long.rotateLeft(d, 21) ^ a;
    c += b;
    b = Long.rotateLeft(b, 17) ^ c;
    v0 = a;
    v1 = b;
    v2 = Long.rotateLeft(c, 32);
    v3 = d;
  }
}
