package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class AvailabilityRuleTest {

  private static final int MAX_RESTARTS = 2;

  @Test
  public void passesOnlyWhenEveryDeploymentHasAllItsPods() {
    assertTrue(judge(facts("a", 3, 3, 3), facts("b", 1, 1, 1)) instanceof SignalVerdict.Passed);
    assertTrue(judge(facts("a", 3, 3, 3), facts("b", 1, 1, 0)) instanceof SignalVerdict.Pending);
  }

  @Test
  public void aFailedDeploymentDecidesWhateverTheOthersDo() {
    assertTrue(judge(facts("a", 3, 3, 0), exceeded("b")) instanceof SignalVerdict.Failed);
  }

  @Test
  public void aDeploymentThatGaveUpFailsAtOnceWithItsMessage() {
    SignalVerdict verdict = judge(exceeded("backend"));

    assertEquals(
        "availability: Deployment backend gave up: ReplicaSet has timed out (0 of 2 pods available; backend-x: ImagePullBackOff)",
        verdict.reason());
  }

  @Test
  public void moreRestartsThanAllowedFail() {
    assertTrue(judge(restarted(2)) instanceof SignalVerdict.Passed);
    assertTrue(judge(restarted(3)) instanceof SignalVerdict.Failed);
  }

  @Test
  public void aChangeThatItsControllerHasNotSeenIsPending() {
    DeploymentFacts stale =
        new DeploymentFacts("a", true, 2, 1, 1, 1, 1, 1, Optional.empty(), 0, List.of());
    assertTrue(judge(stale) instanceof SignalVerdict.Pending);
  }

  @Test
  public void podsOfAnEarlierRevisionBesideThoseOfTheCandidateArePending() {
    SignalVerdict verdict = judge(facts("a", 3, 4, 3));
    assertTrue(verdict.reason(), verdict instanceof SignalVerdict.Pending);
    assertTrue(verdict.reason(), verdict.reason().contains("earlier revision"));
  }

  @Test
  public void fewerPodsAskedForThanTheTrafficNeedsArePending() {
    SignalVerdict verdict =
        AvailabilityRule.decide(
            List.of(facts("a", 2, 2, 2)), List.of(new ExpectedWorkload("a", 5)), MAX_RESTARTS);
    assertTrue(verdict.reason(), verdict instanceof SignalVerdict.Pending);
    assertTrue(verdict.reason(), verdict.reason().contains("asks for 2 pods only (2 of 5"));
  }

  @Test
  public void aDeploymentThatDoesNotExistOrIsAtZeroIsNotAvailable() {
    assertTrue(judge(DeploymentFacts.missing("a")) instanceof SignalVerdict.Pending);
    assertTrue(judge(facts("a", 0, 0, 0)) instanceof SignalVerdict.Pending);
  }

  private static SignalVerdict judge(DeploymentFacts... facts) {
    List<ExpectedWorkload> expected =
        List.of(facts).stream().map(one -> new ExpectedWorkload(one.name(), 0)).toList();
    return AvailabilityRule.decide(List.of(facts), expected, MAX_RESTARTS);
  }

  private static DeploymentFacts facts(String name, int spec, int replicas, int available) {
    return new DeploymentFacts(
        name, true, 1, 1, spec, replicas, spec, available, Optional.empty(), 0, List.of());
  }

  private static DeploymentFacts exceeded(String name) {
    return new DeploymentFacts(
        name,
        true,
        1,
        1,
        2,
        2,
        2,
        0,
        Optional.of("ReplicaSet has timed out"),
        0,
        List.of(name + "-x: ImagePullBackOff"));
  }

  private static DeploymentFacts restarted(int times) {
    return new DeploymentFacts("a", true, 1, 1, 1, 1, 1, 1, Optional.empty(), times, List.of());
  }
}
