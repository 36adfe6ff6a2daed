package io.jenkins.plugins.austa.engine.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Ways to spoil a report. Each takes one and a source of chance, and gives bytes. */
enum FuzzMutations {
  TRUNCATED {
    @Override
    byte[] spoil(String report, Random random) {
      byte[] whole = bytes(report);
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
  },
  FLIPPED_BYTES {
    @Override
    byte[] spoil(String report, Random random) {
      byte[] bytes = bytes(report);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      return bytes;
    }
  },
  FLIPPED_BITS {
    @Override
    byte[] spoil(String report, Random random) {
      byte[] bytes = bytes(report);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return bytes;
    }
  },
  A_PIECE_MISSING {
    @Override
    byte[] spoil(String report, Random random) {
      int from = random.nextInt(report.length());
      int to = Math.min(report.length(), from + 1 + random.nextInt(60));
      return bytes(report.substring(0, from) + report.substring(to));
    }
  },
  A_PIECE_TWICE {
    @Override
    byte[] spoil(String report, Random random) {
      int from = random.nextInt(report.length());
      int to = Math.min(report.length(), from + 1 + random.nextInt(60));
      return bytes(report.substring(0, to) + report.substring(from));
    }
  },
  WRONG_TYPE {
    @Override
    byte[] spoil(String report, Random random) {
      return bytes(replaceOne(VALUE, report, random, pick(random, OTHER_TYPES)));
    }
  },
  NAMED_TWICE {
    @Override
    byte[] spoil(String report, Random random) {
      MatchResult field = one(FIELD, report, random);
      String twice = field.group() + "\"low\"," + field.group();
      return bytes(report.substring(0, field.start()) + twice + report.substring(field.end()));
    }
  },
  ANOTHER_NAME {
    @Override
    byte[] spoil(String report, Random random) {
      return bytes(replaceOne(FIELD, report, random, "\"other\":"));
    }
  },
  DEEP {
    @Override
    byte[] spoil(String report, Random random) {
      String open = pick(random, "[", "{\"a\":");
      return bytes(replaceOne(VALUE, report, random, ":" + open.repeat(1 + random.nextInt(5_000))));
    }
  },
  GIGANTIC {
    @Override
    byte[] spoil(String report, Random random) {
      String text = pick(random, "x", "\\u00e9", "é", " ").repeat(1 << 10 + random.nextInt(11));
      return bytes(replaceOne(VALUE, report, random, ":\"" + text + "\""));
    }
  },
  GIGANTIC_NAME {
    @Override
    byte[] spoil(String report, Random random) {
      String name = "n".repeat(1 << 6 + random.nextInt(12));
      return bytes(replaceOne(FIELD, report, random, "\"" + name + "\":"));
    }
  },
  GIGANTIC_NUMBER {
    @Override
    byte[] spoil(String report, Random random) {
      String number =
          pick(random, "9", "-9", "0.", "1e9").concat("9".repeat(random.nextInt(3_000)));
      return bytes(replaceOne(VALUE, report, random, ":" + number));
    }
  },
  BYTE_ORDER_MARK {
    @Override
    byte[] spoil(String report, Random random) {
      return bytes("\uFEFF" + report);
    }
  },
  UTF_16 {
    @Override
    byte[] spoil(String report, Random random) {
      return switch (random.nextInt(3)) {
        case 0 -> report.getBytes(StandardCharsets.UTF_16);
        case 1 -> report.getBytes(StandardCharsets.UTF_16LE);
        default -> Arrays.copyOf(report.getBytes(StandardCharsets.UTF_16BE), report.length());
      };
    }
  },
  LATIN_1 {
    @Override
    byte[] spoil(String report, Random random) {
      String odd = report.replaceFirst("title|\"t\"|shell|\"d\"|\"a\"|\"m\"", "\u00e9\u00ff");
      return odd.getBytes(StandardCharsets.ISO_8859_1);
    }
  },
  COMPRESSED {
    @Override
    byte[] spoil(String report, Random random) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(bytes(report));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  },
  NOISE {
    @Override
    byte[] spoil(String report, Random random) {
      byte[] noise = new byte[random.nextInt(4_000)];
      random.nextBytes(noise);
      return noise;
    }
  };

  private static final Pattern VALUE = Pattern.compile(":(\"[^\"\\\\]*\"|[0-9.]+|false|true)");
  private static final Pattern FIELD = Pattern.compile("\"\\w+\":");
  private static final String[] OTHER_TYPES = {
    ":1", ":-1", ":1.5", ":\"x\"", ":\"\"", ":true", ":[1]", ":{\"a\":1}", ":[[]]", ":[{}]", ":null"
  };

  abstract byte[] spoil(String report, Random random);

  private static byte[] bytes(String report) {
    return report.getBytes(StandardCharsets.UTF_8);
  }

  private static String pick(Random random, String... some) {
    return some[random.nextInt(some.length)];
  }

  private static MatchResult one(Pattern pattern, String report, Random random) {
    MatchResult[] all = pattern.matcher(report).results().toArray(MatchResult[]::new);
    return all[random.nextInt(all.length)];
  }

  private static String replaceOne(Pattern pattern, String report, Random random, String with) {
    MatchResult at = one(pattern, report, random);
    return report.substring(0, at.start()) + with + report.substring(at.end());
  }
}
