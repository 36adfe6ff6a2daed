package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The findings that are known already: those that decided the last time on the target branch.
 *
 * @param fingerprints of every source of each of them
 */
public record Baseline(Set<String> fingerprints) implements Serializable {
  /** More than this is no baseline but a reason to begin. */
  static final int MOST = 200_000;

  /** Nothing is known: every finding is new. */
  public static final Baseline EMPTY = new Baseline(Set.of());

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /** What a result knows: all that would decide, whether it is new or not. */
  public static Baseline of(GateResult result) {
    Set<String> fingerprints = new HashSet<>();
    for (GatedFinding gated : result.findings()) {
      if (gated.state() != FindingState.BELOW && gated.state() != FindingState.SUPPRESSED) {
        gated.finding().sources().forEach(source -> fingerprints.add(source.fingerprint()));
      }
    }
    return new Baseline(fingerprints);
  }

  /** What either knows. */
  public Baseline and(Baseline other) {
    Set<String> both = new HashSet<>(fingerprints);
    both.addAll(other.fingerprints);
    return new Baseline(both);
  }

  boolean knows(FindingDraft draft) {
    return !fingerprints.isEmpty() && fingerprints.contains(draft.fingerprint());
  }

  /**
   * Reads the fingerprints out of a gate result that {@link GateResultJson} wrote.
   *
   * @param file where it lies
   * @throws BrokenReportException when it is missing, broken, or no gate result
   */
  public static Baseline read(Path file) throws BrokenReportException {
    ReportFile result = new ReportFile(file, file.toString());
    Set<String> fingerprints = new HashSet<>();
    boolean[] isResult = new boolean[1];
    result.readable();
    result.read(
        tokens ->
            tokens.document(
                name -> {
                  switch (name) {
                    case GateResultJson.FORMAT ->
                        isResult[0] = tokens.number() == GateResultJson.VERSION;
                    case GateResultJson.FINGERPRINTS ->
                        tokens.array(() -> add(fingerprints, tokens));
                    default -> {}
                  }
                }));
    if (!isResult[0]) {
      throw new BrokenReportException(
          "this is no result of the gate", result.name(), "Give the file that the gate wrote");
    }
    return new Baseline(fingerprints);
  }

  private static void add(Set<String> fingerprints, ReportTokens tokens)
      throws IOException, BrokenReportException {
    String text = tokens.text();
    if (text == null || !Fingerprint.looksLikeOne(text) || fingerprints.size() == MOST) {
      throw tokens.broken(
          "this is no fingerprint, or there are too many", "Give the file that the gate wrote");
    }
    fingerprints.add(text);
  }
}
