package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.RolloutException;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Test;

/**
 * Moves by stable Services while any of the API server's answers may fail, be lost, or be the last:
 * whatever happens, one of the sentences below is true. A seed that fails is named.
 */
public class ServiceRouterHistoryTest {

  private static final int HISTORIES = 250;
  private static final int MOVES = 4;
  private static final RolloutTarget TARGET =
      new RolloutTarget(
          "production",
          "austa-cockpit-production",
          "austa-production",
          "austa-cockpit",
          List.of(
              new RolloutService("frontend", 80, "/", "/healthz"),
              new RolloutService("backend", 80, "/api", "/healthz"),
              new RolloutService("ai-service", 80, "/ai", "/healthz")),
          URI.create("http://cockpit.example"),
          null);

  private final MockApiServer api = new MockApiServer();
  private final ServiceRouter router = new ServiceRouter(api.client(), TARGET);

  @After
  public void close() {
    api.close();
  }

  @Test
  public void callersNeverMeetAnOlderCalleeAndNothingIsLeftBehindUnsaid() {
    long seed = Long.getLong("austahistories.seed", System.currentTimeMillis());
    for (int i = 0; i < HISTORIES; i++) {
      history(seed + i);
    }
  }

  private void history(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    api.noFault();
    EntryState start = router.read();
    router.switchTo(Colour.BLUE, start);
    String name = "-Daustahistories.seed=" + seed;
    for (int i = 0; i < MOVES; i++) {
      EntryState before = router.read();
      Optional<Colour> on = before.colour();
      // As rollouts do: forward from one colour only, back from anywhere.
      boolean forward = on.equals(Optional.of(Colour.BLUE)) && random.nextInt(4) > 0;
      disturb(random);
      Optional<RolloutException> failure = move(forward, before);
      api.noFault();
      judge(name + ", move " + i, forward, before, router.read(), failure);
    }
    router.takeBack(Colour.BLUE, router.read());
    assertEquals(name, Optional.of(Colour.BLUE), router.read().colour());
  }

  private Optional<RolloutException> move(boolean forward, EntryState before) {
    try {
      if (forward) {
        router.switchTo(Colour.GREEN, before);
      } else {
        router.takeBack(Colour.BLUE, before);
      }
      return Optional.empty();
    } catch (RolloutException e) {
      return Optional.of(e);
    }
  }

  private static void judge(
      String name,
      boolean forward,
      EntryState before,
      EntryState after,
      Optional<RolloutException> failure) {
    Map<String, Colour> carries = new TreeMap<>(after.carries());
    String what = name + ": " + carries + " " + failure.map(Throwable::getMessage).orElse("");
    assertEquals(what, List.of(), after.oddities());
    assertEquals(what, 3, carries.size());
    // Frontend calls backend calls ai-service; green is newer.
    assertTrue(what, newer(carries, "backend", "frontend"));
    assertTrue(what, newer(carries, "ai-service", "backend"));
    if (failure.isEmpty()) {
      Colour wanted = forward ? Colour.GREEN : Colour.BLUE;
      assertEquals(what, Optional.of(wanted), after.colour());
    } else if (forward) {
      boolean back = after.colour().equals(before.colour());
      boolean there = after.colour().equals(Optional.of(Colour.GREEN));
      boolean said = failure.get().getMessage().contains("could not be put back");
      assertTrue(what, back || there || said);
    } else {
      before.carries().entrySet().stream()
          .filter(one -> one.getValue() == Colour.BLUE)
          .forEach(
              one ->
                  assertEquals(
                      "went forward again: " + what, Colour.BLUE, carries.get(one.getKey())));
    }
  }

  private static boolean newer(Map<String, Colour> carries, String callee, String caller) {
    return carries.get(caller) == Colour.BLUE || carries.get(callee) == Colour.GREEN;
  }

  /** Up to three requests fail, lose their answer, or are the last that get through. */
  private void disturb(Random random) {
    Map<Integer, Integer> faults = new HashMap<>();
    IntStream.range(0, random.nextInt(4))
        .forEach(one -> faults.put(random.nextInt(12), random.nextInt(5)));
    int[] call = {0};
    boolean[] dead = {false};
    boolean[] loses = {false};
    api.fault(
        (method, path) -> {
          int kind = faults.getOrDefault(call[0]++, -1);
          dead[0] |= kind == 4;
          loses[0] = kind == 0;
          return dead[0] && !"GET".equals(method)
              ? MockApiServer.status(500)
              : switch (kind) {
                case 1 -> MockApiServer.status(500);
                case 2 -> MockApiServer.status(409);
                case 3 -> MockApiServer.status(403);
                default -> Optional.empty();
              };
        });
    api.loseAnswers((method, path) -> loses[0]);
  }
}
