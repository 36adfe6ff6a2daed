package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.rollout.history.Counterexample;
import io.jenkins.plugins.austa.engine.rollout.history.Engine;
import io.jenkins.plugins.austa.engine.rollout.history.Histories;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What {@link RolloutHistoryTest} looks for it also finds: in an engine that was broken on purpose,
 * with a history that a person can read.
 */
public class RolloutHistoryFindsTest {

  private static final Logger OPERATORS =
      Logger.getLogger(RolloutHistoryFindsTest.class.getPackageName());
  private static final int MOST_HISTORIES = 4_000;
  private static final int READABLE = 8;

  @BeforeClass
  public static void everyFaultWouldBeLogged() {
    OPERATORS.setLevel(Level.OFF);
  }

  @AfterClass
  public static void logAgain() {
    OPERATORS.setLevel(null);
  }

  @Test
  public void aRuleThatAlwaysAllows() {
    Counterexample found =
        found(
            new Histories(
                new HistoryEngine() {
                  @Override
                  public Rollout rollout(Outside outside) {
                    return new Rollout(
                        parts(outside, router(outside)),
                        (record, entry, colour) -> new RetirementVerdict(true, "why not"));
                  }
                }));

    assertTrue(found.toString(), found.promise().contains("colour that carries traffic is never"));
  }

  @Test
  public void aSwitchThatForgetsWhatItHasSeen() {
    Counterexample found =
        found(
            new Histories(
                new HistoryEngine() {
                  @Override
                  public Rollout rollout(Outside outside) {
                    return new Rollout(parts(outside, new Forgetful(outside)));
                  }
                }));

    assertTrue(found.toString(), found.promise().contains("moves traffic"));
  }

  @Test
  public void anEntryThatIsWrittenWithoutAPrecondition() {
    Counterexample found = found(Histories.withoutPrecondition(new HistoryEngine(), "ingresses"));

    assertTrue(found.toString(), found.promise().contains("moves traffic"));
  }

  @Test
  public void aDeploymentThatIsWrittenWithoutAPrecondition() {
    Counterexample found = found(Histories.withoutPrecondition(new HistoryEngine(), "deployments"));

    assertTrue(found.toString(), found.how().contains("to 0 pods"));
  }

  @Test
  public void aRecordThatIsWrittenWithoutAPrecondition() {
    Counterexample found = found(Histories.withoutPrecondition(new HistoryEngine(), "configmaps"));

    assertTrue(found.toString(), found.promise().contains("record never says what is not so"));
  }

  @Test
  public void theSameHistoryEachTimeForTheSameSeed() {
    Histories histories = Histories.withoutPrecondition(new HistoryEngine(), "configmaps");
    Counterexample first = found(histories);

    Counterexample again =
        Histories.withoutPrecondition(new HistoryEngine(), "configmaps")
            .broken(first.seed())
            .orElseThrow();

    assertEquals(first.toString(), again.toString());
  }

  @Test
  public void nothingWhereOnlyTheLeaseIsBroken() {
    Histories histories = Histories.withoutPrecondition(new HistoryEngine(), "leases");

    Optional<Counterexample> found =
        LongStream.range(0, 500).mapToObj(histories::broken).flatMap(Optional::stream).findFirst();

    assertEquals("the lease is a courtesy, not the fence", Optional.empty(), found);
  }

  private static Counterexample found(Histories histories) {
    Counterexample found =
        LongStream.range(0, MOST_HISTORIES)
            .mapToObj(histories::broken)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new AssertionError("not found in " + MOST_HISTORIES + " histories"));
    assertTrue(found.toString(), found.length() <= READABLE);
    return found;
  }

  /** Writes on the condition of what it reads right before, not of what was decided upon. */
  private static final class Forgetful implements Router {
    private final Router router;

    Forgetful(Engine.Outside outside) {
      router = HistoryEngine.router(outside);
    }

    @Override
    public EntryState read() {
      return router.read();
    }

    @Override
    public EntryState switchTo(Colour colour, EntryState seen) {
      return router.switchTo(colour, router.read());
    }

    @Override
    public String entry() {
      return router.entry();
    }
  }
}
