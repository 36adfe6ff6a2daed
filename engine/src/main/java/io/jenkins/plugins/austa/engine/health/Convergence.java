package io.jenkins.plugins.austa.engine.health;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether users are answered by the expected revision: several rounds of fresh requests over the
 * public route, one for each service path, all of which must carry the expected revision's header.
 */
public final class Convergence implements Signal {

  public static final String NAME = "convergence";
  public static final String HEADER = "X-Austa-Revision";

  private final HttpProbe probe;
  private final URI publicUrl;
  private final List<String> paths;
  private final int revision;
  private final int rounds;
  private final AtomicLong fresh = new AtomicLong(System.nanoTime());

  /**
   * @param paths the services' route paths
   * @param revision number that every answer has to carry
   * @param rounds how many times in a row every path has to answer right
   */
  public Convergence(HttpProbe probe, URI publicUrl, List<String> paths, int revision, int rounds) {
    if (paths.isEmpty() || rounds < 1) {
      throw new IllegalArgumentException("Convergence needs a path and at least one round");
    }
    this.probe = probe;
    this.publicUrl = publicUrl;
    this.paths = List.copyOf(paths);
    this.revision = revision;
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<SignalVerdict> judge() {
    return ask(0);
  }

  /**
   * Asks the {@code index}-th request of all rounds, and the next one only if it was answered
   * right.
   */
  private CompletableFuture<SignalVerdict> ask(int index) {
    String path = paths.get(index % paths.size());
    return probe
        .get(address(path))
        .thenCompose(
            answer -> {
              SignalVerdict verdict = decide(path, answer, revision);
              boolean last = index + 1 == rounds * paths.size();
              return last || !(verdict instanceof SignalVerdict.Passed)
                  ? CompletableFuture.completedFuture(verdict)
                  : ask(index + 1);
            });
  }

  static SignalVerdict decide(String path, ProbeAnswer answer, int revision) {
    String expected = "revision " + revision;
    if (answer.trouble().isPresent()) {
      String trouble = answer.trouble().get();
      return new SignalVerdict.Inconclusive(
          measured(expected, trouble), NAME + " is unknown: " + path + " gave " + trouble);
    }
    if (answer.revision().isEmpty()) {
      String observed = "HTTP " + answer.status() + " without " + HEADER;
      return new SignalVerdict.Inconclusive(
          measured(expected, observed), NAME + " is unknown: " + path + " answered " + observed);
    }
    String observed = "revision " + answer.revision().get();
    String text = NAME + ": " + path + " is answered by " + observed;
    return expected.equals(observed)
        ? new SignalVerdict.Passed(measured(expected, observed), text)
        : new SignalVerdict.Pending(
            measured(expected, observed), text + ", not yet by " + expected);
  }

  private URI address(String path) {
    String base = publicUrl.toString().replaceAll("/+$", "");
    return URI.create(base + path + "?austa-fresh=" + fresh.incrementAndGet());
  }

  private static Measurement measured(String expected, String observed) {
    return new Measurement(NAME, Duration.ZERO, expected, observed);
  }
}
