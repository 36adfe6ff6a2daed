package io.jenkins.plugins.austa.engine.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Gives spoilt reports to the gate, in a JVM with little memory. The gate must block each, and must
 * throw nothing. The same seed always makes the same reports.
 */
public final class GateFuzz {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Of the twelve findings of every report, no mutation can spoil so many that fewer remain. */
  private static final int LEAST_DECIDING = 8;

  private final Path folder;
  private final Random random;
  private final Map<GateOutcome, Integer> outcomes = new EnumMap<>(GateOutcome.class);
  private int inputs;

  private GateFuzz(Path folder, long seed) {
    this.folder = folder;
    random = new Random(seed);
  }

  /**
   * Goes on until so many inputs were judged, and prints how many there were of which outcome.
   *
   * @param words a folder to write to, the seed, and how many inputs
   */
  public static void main(String[] words) throws IOException {
    GateFuzz fuzz = new GateFuzz(Path.of(words[0]), Long.parseLong(words[1]));
    for (FuzzSeeds seed : FuzzSeeds.all()) {
      fuzz.requireSound(seed);
      fuzz.truncateEverywhere(seed);
    }
    FuzzMutations[] mutations = FuzzMutations.values();
    while (fuzz.inputs < Integer.parseInt(words[2])) {
      for (FuzzSeeds seed : FuzzSeeds.all()) {
        for (FuzzMutations mutation : mutations) {
          fuzz.requireBlocked(
              seed, mutation.spoil(seed.report(), fuzz.random), mutation.toString());
        }
      }
    }
    System.out.println(fuzz.inputs + " inputs, " + fuzz.outcomes);
  }

  private void requireSound(FuzzSeeds seed) throws IOException {
    GateVerdict verdict = judge(seed, seed.report().getBytes(StandardCharsets.UTF_8));
    if (verdict.outcome() != GateOutcome.FAILED || verdict.decidingCount() < 12) {
      throw new AssertionError(seed.scanner() + ": " + verdict.reasons());
    }
  }

  private void truncateEverywhere(FuzzSeeds seed) throws IOException {
    byte[] whole = seed.report().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 97) {
      GateVerdict verdict = requireBlocked(seed, Arrays.copyOf(whole, length), "cut at " + length);
      if (verdict.outcome() != GateOutcome.BROKEN) {
        throw new AssertionError(seed.scanner() + " cut at " + length + " was believed");
      }
    }
  }

  private GateVerdict requireBlocked(FuzzSeeds seed, byte[] report, String what)
      throws IOException {
    inputs++;
    try {
      GateVerdict verdict = judge(seed, report);
      outcomes.merge(verdict.outcome(), 1, Integer::sum);
      boolean hidden =
          verdict.outcome() == GateOutcome.FAILED && verdict.decidingCount() < LEAST_DECIDING;
      if (verdict.passed() || hidden) {
        throw new AssertionError(seed.scanner() + " let through, " + what + ": " + kept(report));
      }
      return verdict;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(seed.scanner() + ", " + what + ": " + kept(report), e);
    }
  }

  private GateVerdict judge(FuzzSeeds seed, byte[] report) throws IOException {
    Path file = folder.resolve("report.json");
    Files.write(file, report);
    boolean byContent = random.nextInt(4) == 0;
    ExpectedScan scan =
        new ExpectedScan(
            byContent ? ExpectedScan.ANY : seed.scanner(),
            "backend",
            null,
            "report.json",
            random.nextBoolean() ? seed.exitCode() : null);
    return new SecurityGate(GatePolicy.defaults()).judge(folder, List.of(scan), TODAY);
  }

  private Path kept(byte[] report) {
    Path file = folder.resolve("failed.json");
    try {
      Files.write(file, report);
    } catch (IOException e) {
      throw new IllegalStateException("the failed input cannot be kept", e);
    }
    return file;
  }
}
