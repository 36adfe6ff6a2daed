package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.Test;

public class SignalWaitTest {

  private static final Measurement ANY = new Measurement("any", Duration.ZERO, "good", "seen");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime();
  private final Await await = new Await(time, time.clock(), time.calls());
  private final SignalWait wait = new SignalWait(await, Duration.ofSeconds(1));
  private int looks;

  @Test
  public void waitsUntilASignalPasses() {
    SignalVerdict verdict = waited(pending(), inconclusive(), passed());

    assertTrue(verdict instanceof SignalVerdict.Passed);
    assertEquals(3, looks);
  }

  @Test
  public void aFailedSignalEndsTheWaitAtOnce() {
    assertTrue(waited(failed(), passed()) instanceof SignalVerdict.Failed);
    assertEquals(1, looks);
  }

  @Test
  public void whatIsPendingWhenTheTimeIsOverHasFailed() {
    SignalVerdict verdict = waited(pending());

    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals("not yet after 10s", verdict.reason());
    assertEquals("looks at the very end, too", 11, looks);
  }

  @Test
  public void whatIsInconclusiveWhenTheTimeIsOverStaysSo() {
    assertTrue(waited(inconclusive()) instanceof SignalVerdict.Inconclusive);
  }

  @Test
  public void allSignalsHaveToPassInTurn() {
    CompletableFuture<SignalVerdict> all =
        wait.forAll(List.of(signal(pending(), passed()), signal(failed())), TIMEOUT);
    assertTrue(time.drive(all).join() instanceof SignalVerdict.Failed);

    assertThrows(IllegalArgumentException.class, () -> wait.forAll(List.of(), TIMEOUT));
  }

  @Test
  public void cancellingLeavesNoTimerBehind() {
    CompletableFuture<SignalVerdict> waiting = wait.forSignal(signal(pending()), TIMEOUT);
    time.runCalls();
    assertFalse(waiting.isDone());

    await.cancel();

    CompletionException ended = assertThrows(CompletionException.class, waiting::join);
    assertTrue(ended.getCause() instanceof CancellationException);
    assertEquals(0, time.pendingTimers());
  }

  @Test
  public void aLookThatBreaksEndsTheWait() {
    Signal broken =
        new Signal() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public CompletableFuture<SignalVerdict> judge() {
            return looks++ == 0
                ? CompletableFuture.completedFuture(pending())
                : CompletableFuture.failedFuture(new IllegalStateException("bug"));
          }
        };
    CompletableFuture<SignalVerdict> waiting = wait.forSignal(broken, TIMEOUT);

    assertTrue(time.drive(waiting).isCompletedExceptionally());
  }

  private SignalVerdict waited(SignalVerdict... verdicts) {
    return time.drive(wait.forSignal(signal(verdicts), TIMEOUT)).join();
  }

  /** Gives the verdicts one after the other, the last one for ever. */
  private Signal signal(SignalVerdict... verdicts) {
    Deque<SignalVerdict> left = new ArrayDeque<>(List.of(verdicts));
    return new Signal() {
      @Override
      public String name() {
        return "any";
      }

      @Override
      public CompletableFuture<SignalVerdict> judge() {
        looks++;
        return CompletableFuture.completedFuture(left.size() > 1 ? left.poll() : left.peek());
      }
    };
  }

  private static SignalVerdict passed() {
    return new SignalVerdict.Passed(ANY, "good");
  }

  private static SignalVerdict failed() {
    return new SignalVerdict.Failed(ANY, "bad");
  }

  private static SignalVerdict pending() {
    return new SignalVerdict.Pending(ANY, "not yet");
  }

  private static SignalVerdict inconclusive() {
    return new SignalVerdict.Inconclusive(ANY, "unknown");
  }
}
