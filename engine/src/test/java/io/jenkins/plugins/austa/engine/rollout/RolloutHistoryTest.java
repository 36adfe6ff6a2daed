package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import io.fabric8.kubernetes.client.Version;
import io.jenkins.plugins.austa.engine.rollout.history.Counterexample;
import io.jenkins.plugins.austa.engine.rollout.history.Histories;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Random histories of operations, crashes, stalls and faults. Other ones in each run: what was
 * found is found again with {@code -Daustahistories.seed=…}; {@code -Daustahistories.count=…} says
 * how many follow each other from there.
 */
public class RolloutHistoryTest {

  /** Held here, for loggers that nobody holds forget their level. */
  private static final Logger OPERATORS =
      Logger.getLogger(RolloutHistoryTest.class.getPackageName());

  private static final int HISTORIES = 10_000;
  private static final int ON_THE_OLDEST_FABRIC8 = 1_500;
  private static final int THREADS = 2;

  @BeforeClass
  public static void everyFaultWouldBeLogged() {
    OPERATORS.setLevel(Level.OFF);
  }

  @AfterClass
  public static void logAgain() {
    OPERATORS.setLevel(null);
  }

  @Test
  public void everyHistoryKeepsEveryPromise() {
    long seed = Long.getLong("austahistories.seed", System.currentTimeMillis());
    boolean oldest = Version.clientVersion().startsWith("6.");
    int count =
        Integer.getInteger("austahistories.count", oldest ? ON_THE_OLDEST_FABRIC8 : HISTORIES);
    System.out.println(count + " histories from -Daustahistories.seed=" + seed);

    AtomicInteger looked = new AtomicInteger();
    AtomicReference<Counterexample> found = new AtomicReference<>();
    List<CompletableFuture<Void>> searches =
        IntStream.range(0, THREADS)
            .mapToObj(
                thread -> CompletableFuture.runAsync(() -> search(seed, count, looked, found)))
            .toList();
    searches.forEach(CompletableFuture::join);

    if (found.get() != null) {
      fail(found.get().toString());
    }
    assertTrue(looked.get() >= count);
  }

  /** One history after the other; each of them happens on one thread. */
  private static void search(
      long seed, int count, AtomicInteger looked, AtomicReference<Counterexample> found) {
    Histories histories = new Histories(new HistoryEngine());
    for (int i = looked.getAndIncrement();
        i < count && found.get() == null;
        i = looked.getAndIncrement()) {
      Optional<Counterexample> broken = histories.broken(seed + i);
      broken.ifPresent(one -> found.compareAndSet(null, one));
    }
  }
}
