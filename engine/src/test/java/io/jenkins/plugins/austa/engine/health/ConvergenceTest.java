package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;

public class ConvergenceTest {

  private final List<URI> asked = new ArrayList<>();
  private final Deque<ProbeAnswer> answers = new ArrayDeque<>();

  @Test
  public void passesWhenEveryPathIsAnsweredByTheRevisionEveryTime() {
    assertTrue(judge() instanceof SignalVerdict.Passed);

    assertEquals(
        List.of("/", "/api", "/", "/api", "/", "/api"), asked.stream().map(URI::getPath).toList());
    assertEquals("no answer may come from a cache", 6, new HashSet<>(asked).size());
  }

  @Test
  public void oneAnswerOfAnotherRevisionIsNotConvergence() {
    answers.addAll(List.of(by("7"), by("7"), by("7"), by("6")));

    SignalVerdict verdict = judge();

    assertTrue(verdict instanceof SignalVerdict.Pending);
    assertEquals(
        "convergence: /api is answered by revision 6, not yet by revision 7", verdict.reason());
    assertEquals("asks no further", 4, asked.size());
  }

  @Test
  public void noAnswerAndAnswersOfSomebodyElseAreInconclusive() {
    answers.add(ProbeAnswer.none("no answer (ConnectException)"));
    assertTrue(judge() instanceof SignalVerdict.Inconclusive);

    answers.add(ProbeAnswer.of(302, Optional.empty()));
    SignalVerdict verdict = judge();
    assertTrue(verdict instanceof SignalVerdict.Inconclusive);
    assertTrue(verdict.reason(), verdict.reason().contains("HTTP 302 without X-Austa-Revision"));
  }

  private SignalVerdict judge() {
    HttpProbe probe =
        address -> {
          asked.add(address);
          return CompletableFuture.completedFuture(answers.isEmpty() ? by("7") : answers.poll());
        };
    return new Convergence(probe, URI.create("http://x.example/"), List.of("/", "/api"), 7, 3)
        .judge()
        .join();
  }

  private static ProbeAnswer by(String revision) {
    return ProbeAnswer.of(200, Optional.of(revision));
  }
}
