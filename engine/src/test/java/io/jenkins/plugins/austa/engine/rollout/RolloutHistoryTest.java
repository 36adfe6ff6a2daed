package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.fail;

import io.jenkins.plugins.austa.engine.rollout.history.Histories;
import java.util.Optional;
import org.junit.Test;

/** Random histories of operations, crashes and faults; see {@link Histories} for what must hold. */
public class RolloutHistoryTest {

  @Test
  public void everyHistoryKeepsEveryPromise() {
    long seed = Long.getLong("austahistories.seed", System.nanoTime());
    int count = Integer.getInteger("austahistories.count", 1000);
    System.out.println("seed " + seed + ", " + count + " histories");
    Histories histories = new Histories(new HistoryEngine());
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Optional<String> broken = histories.broken(seed + i);
      if (broken.isPresent()) {
        fail(broken.get());
      }
    }
    System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
