package io.jenkins.plugins.austa.engine.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The policy's suppressions, ready to be asked about a million findings. */
final class Suppressions {
  private final List<Suppression> all;
  private final boolean[] holds;
  private final boolean[] used;
  private final PurlPattern[] patterns;
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final List<Integer> withoutId = new ArrayList<>();
  private boolean byFingerprint;

  Suppressions(GatePolicy policy, LocalDate today) {
    all = policy.suppressions();
    holds = new boolean[all.size()];
    used = new boolean[all.size()];
    patterns = new PurlPattern[all.size()];
    for (int i = 0; i < all.size(); i++) {
      Suppression one = all.get(i);
      holds[i] = !one.expired(today) && !one.tooFarAhead(today, policy.longestSuppressionDays());
      patterns[i] = one.purl() == null ? null : new PurlPattern(one.purl());
      if (one.id() == null) {
        withoutId.add(i);
      } else {
        byId.computeIfAbsent(key(one.id()), id -> new ArrayList<>()).add(i);
        byFingerprint |= Fingerprint.looksLikeOne(one.id());
      }
    }
  }

  /** Whether one that holds covers the finding; also remembers all that match it. */
  boolean cover(FindingDraft draft) {
    if (all.isEmpty()) {
      return false;
    }
    boolean covered = match(withoutId, draft) | matchId(draft.id, draft);
    for (String alias : draft.aliases) {
      covered |= matchId(alias, draft);
    }
    return byFingerprint ? covered | matchId(draft.fingerprint(), draft) : covered;
  }

  /** Those that no finding matched. */
  List<Suppression> unused() {
    List<Suppression> unused = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        unused.add(all.get(i));
      }
    }
    return unused;
  }

  private boolean matchId(String id, FindingDraft draft) {
    List<Integer> candidates = byId.get(key(id));
    return candidates != null && match(candidates, draft);
  }

  private boolean match(List<Integer> candidates, FindingDraft draft) {
    boolean covered = false;
    for (int i : candidates) {
      if (patterns[i] == null || patterns[i].fits(draft)) {
        used[i] = true;
        covered |= holds[i];
      }
    }
    return covered;
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
