package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.Test;

/** Waits that are told of changes. */
public class ToldWaitTest {

  private static final Measurement ANY = new Measurement("any", Duration.ZERO, "good", "seen");
  private static final SignalVerdict PASSED = new SignalVerdict.Passed(ANY, "good");
  private static final SignalVerdict PENDING = new SignalVerdict.Pending(ANY, "not yet");
  private static final SignalVerdict UNKNOWN = new SignalVerdict.Inconclusive(ANY, "unknown");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final ManualTime time = new ManualTime();
  private final Await await = new Await(time, time.clock(), time.calls());
  private final SignalWait wait = new SignalWait(await, Duration.ofSeconds(1));
  private final Told told = new Told();
  private SignalVerdict now = PENDING;
  private Runnable meanwhile = () -> {};
  private int looks;

  @Test
  public void aChangeEndsTheWaitAtOnce() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    time.pass(Duration.ofSeconds(3));
    assertFalse(waiting.isDone());

    now = PASSED;
    told.changed.run();
    time.runCalls();

    assertEquals(PASSED, waiting.join());
    assertEquals("nothing is left of it", 0, time.pendingTimers());
  }

  @Test
  public void whoIsToldOfChangesHardlyAsks() {
    assertTrue(time.drive(waiting()).join() instanceof SignalVerdict.Failed);
    assertEquals("at the start, when somebody tells, every 10 s, at the end", 8, looks);
  }

  @Test
  public void aChangeThatNobodyToldIsFoundAllTheSame() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    time.pass(Duration.ofSeconds(3));
    now = PASSED;

    time.pass(Duration.ofSeconds(8));

    assertEquals(PASSED, waiting.join());
  }

  @Test
  public void whoIsNotToldAnyMoreAsksAgain() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    time.pass(Duration.ofSeconds(1));
    told.live = false;
    time.pass(Duration.ofMillis(9_100));
    assertEquals(3, looks);

    time.pass(Duration.ofSeconds(5));

    assertEquals(8, looks);
    assertFalse(waiting.isDone());
  }

  @Test
  public void whatIsUnknownIsAskedAgainSoon() {
    now = UNKNOWN;
    waiting();

    time.pass(Duration.ofMillis(5_100));

    assertEquals(7, looks);
  }

  @Test
  public void whatIsThereAtTheFirstLookNeedsNobodyToTell() {
    now = PASSED;

    assertEquals(PASSED, waiting().join());

    assertEquals(0, told.everListened);
  }

  @Test
  public void aChangeBetweenTheFirstLookAndTheListeningIsLookedAt() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    now = PASSED;

    time.pass(Duration.ofMillis(100));

    assertEquals(PASSED, waiting.join());
  }

  @Test
  public void aChangeDuringALookIsLookedAt() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    time.pass(Duration.ofSeconds(1));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          told.changed.run();
          // This look has seen what was before.
          now = PASSED;
        };
    told.changed.run();
    time.runCalls();
    assertFalse(waiting.isDone());

    time.pass(Duration.ofMillis(100));

    assertEquals(PASSED, waiting.join());
  }

  @Test
  public void aSwarmOfChangesIsOneLook() {
    waiting();
    time.pass(Duration.ofSeconds(1));

    for (int i = 0; i < 1000; i++) {
      told.changed.run();
      time.runCalls();
    }
    assertEquals("the first one is looked at, the others find it has just been", 3, looks);

    time.pass(Duration.ofMillis(100));
    assertEquals("and what they may have told", 4, looks);
  }

  @Test
  public void changesDoNotMakeTheWaitLonger() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    for (int i = 0; i < 199; i++) {
      time.pass(Duration.ofMillis(300));
      told.changed.run();
    }
    assertFalse(waiting.isDone());

    time.pass(Duration.ofMillis(300));

    assertTrue(waiting.join() instanceof SignalVerdict.Failed);
  }

  @Test
  public void nobodyListensWhenTheWaitIsOver() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    assertEquals(1, told.listeners);

    now = PASSED;
    time.drive(waiting);

    assertEquals(0, told.listeners);
  }

  @Test
  public void whoIsCancelledListensNoMoreAndIsNotWokenAnyMore() {
    CompletableFuture<SignalVerdict> waiting = waiting();
    await.cancel();
    assertTrue(waiting.isCompletedExceptionally());
    assertEquals(0, told.listeners);
    assertEquals(0, time.pendingTimers());

    told.changed.run();
    time.pass(Duration.ofMinutes(1));

    assertEquals(1, looks);
  }

  private CompletableFuture<SignalVerdict> waiting() {
    Supplier<SignalVerdict> look =
        () -> {
          looks++;
          SignalVerdict seen = now;
          meanwhile.run();
          return seen;
        };
    Signal signal =
        new Signal() {
          @Override
          public String name() {
            return "any";
          }

          @Override
          public CompletableFuture<SignalVerdict> judge() {
            return CompletableFuture.completedFuture(look.get());
          }

          @Override
          public Changes changes() {
            return told;
          }
        };
    CompletableFuture<SignalVerdict> waiting = wait.forSignal(signal, TIMEOUT);
    time.runCalls();
    return waiting;
  }

  private static final class Told implements Changes {
    private boolean live = true;
    private int listeners;
    private int everListened;
    private Runnable changed;

    @Override
    public Following follow(Runnable listener) {
      changed = listener;
      listeners++;
      everListened++;
      return new Following() {
        private boolean closed;

        @Override
        public boolean live() {
          return live;
        }

        @Override
        public void close() {
          listeners -= closed ? 0 : 1;
          closed = true;
        }
      };
    }
  }
}
