package io.jenkins.plugins.austa.cli.byhand;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Who works by hand.
 *
 * @param who for the history: {@code ann@laptop}
 * @param holder for lease and record; no other process ever has the same
 */
record Hands(String who, String holder) {
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Hands here() {
    String who = System.getProperty("user.name", "somebody") + "@" + host();
    long pid = ProcessHandle.current().pid();
    return new Hands(who, who + " by hand, process " + pid + " of " + SINCE.format(Instant.now()));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
