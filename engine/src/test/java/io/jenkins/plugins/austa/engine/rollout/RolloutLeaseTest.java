package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.jenkins.plugins.austa.engine.health.ManualTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

public class RolloutLeaseTest {

  private static final Duration DURATION = Duration.ofSeconds(60);

  private final MockApiServer api = new MockApiServer();
  private final ManualTime time = new ManualTime();

  @After
  public void close() {
    api.close();
  }

  @Test
  public void aSecondHolderIsRefusedWhileTheLeaseLivesAndToldByWhomAndUntilWhen() {
    lease("build-1").hold();

    LeaseHeldException refused =
        assertThrows(LeaseHeldException.class, () -> lease("build-2").hold());

    assertEquals("build-1", refused.holder());
    assertEquals(time.clock().instant().plus(DURATION), refused.until());
    assertTrue(refused.getMessage(), refused.getMessage().contains("held by build build-1 until"));
  }

  @Test
  public void aHolderThatLivesKeepsTheLease() {
    lease("build-1").hold();

    time.pass(Duration.ofMinutes(10));

    assertThrows(LeaseHeldException.class, () -> lease("build-2").hold());
  }

  @Test
  public void aRenewalIsOneWriteAndNothingElse() {
    lease("build-1").hold();
    AtomicInteger requests = new AtomicInteger();
    api.fault(
        (method, path) -> {
          requests.incrementAndGet();
          return Optional.empty();
        });

    time.pass(Duration.ofSeconds(60));

    assertEquals("three renewals", 3, requests.get());
    assertEquals(3, api.writes("PUT").size());
  }

  @Test
  public void whoRenewsWithoutLookingDoesNotOverwriteWhoHasTakenOver() {
    RolloutLease first = lease("build-1");
    first.hold();
    Lease taken = stored();
    taken.getSpec().setHolderIdentity("build-2");
    taken.getSpec().setRenewTime(time.clock().instant().plusSeconds(50).atZone(ZoneOffset.UTC));
    api.client().resource(taken).update();

    time.pass(Duration.ofSeconds(25));

    assertEquals("build-2", stored().getSpec().getHolderIdentity());
    assertThrows(LeaseHeldException.class, first::hold);
  }

  @Test
  public void aLeaseThatWasDeletedIsMadeAnew() {
    lease("build-1").hold();
    api.client().resource(stored()).delete();

    time.pass(Duration.ofSeconds(25));

    assertEquals("build-1", stored().getSpec().getHolderIdentity());
  }

  @Test
  public void aRenewalWhoseAnswerIsLostIsMadeUpFor() {
    lease("build-1").hold();
    api.loseAnswers((method, path) -> method.equals("PUT"));
    time.pass(Duration.ofSeconds(25));
    api.noFault();

    time.pass(Duration.ofMinutes(5));

    assertThrows(LeaseHeldException.class, () -> lease("build-2").hold());
  }

  @Test
  public void anExpiredLeaseIsTakenOverAndItsOldHolderRefused() {
    RolloutLease first = lease("build-1");
    first.hold();
    first.stopRenewing();
    time.pass(DURATION);

    lease("build-2").hold();

    assertEquals("build-2", stored().getSpec().getHolderIdentity());
    assertEquals(Integer.valueOf(1), stored().getSpec().getLeaseTransitions());
    assertThrows(LeaseHeldException.class, first::hold);
  }

  @Test
  public void theSameHolderGoesOnInAnotherProcess() {
    lease("build-1").hold();
    lease("build-1").hold();

    assertEquals(Integer.valueOf(0), stored().getSpec().getLeaseTransitions());
  }

  @Test
  public void aReleasedLeaseIsFreeAtOnce() {
    RolloutLease first = lease("build-1");
    first.hold();
    first.release();

    lease("build-2").hold();

    assertEquals("build-2", stored().getSpec().getHolderIdentity());
    assertEquals("only the second one renews", 1, time.pendingTimers());
  }

  @Test
  public void releasingDoesNotTakeTheLeaseFromSomebodyElse() {
    RolloutLease first = lease("build-1");
    first.hold();
    first.stopRenewing();
    time.pass(DURATION);
    lease("build-2").hold();

    first.release();

    assertEquals("build-2", stored().getSpec().getHolderIdentity());
  }

  @Test
  public void aRenewalThatFailsIsTriedAgain() {
    lease("build-1").hold();
    api.fault((method, path) -> MockApiServer.status(503));
    time.pass(Duration.ofSeconds(25));
    api.fault((method, path) -> Optional.empty());

    time.pass(Duration.ofSeconds(30));

    assertTrue(
        stored()
            .getSpec()
            .getRenewTime()
            .toInstant()
            .isAfter(time.clock().instant().minusSeconds(20)));
  }

  private RolloutLease lease(String holder) {
    return new RolloutLease(
        api.client(), TestRelease.TARGET, holder, DURATION, time.clock(), time, time.calls());
  }

  private Lease stored() {
    return api.client()
        .leases()
        .inNamespace(TestRelease.NAMESPACE)
        .withName("austa-production-rollout")
        .get();
  }
}
