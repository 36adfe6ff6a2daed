package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import org.junit.Test;

public class CrashLoopTest {

  @Test
  public void aFewRestartsAreAccepted() {
    assertTrue(CrashLoop.decide(List.of(pod(2, null)), 2) instanceof SignalVerdict.Passed);
  }

  @Test
  public void moreAreNot() {
    SignalVerdict verdict = CrashLoop.decide(List.of(pod(0, null), pod(3, null)), 2);
    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals(
        "crash-loop: container app of pod backend-1 restarted 3 times, more than the limit of 2"
            + " allows",
        verdict.reason());
  }

  @Test
  public void whoeverWaitsInBackOffHasFailedAtOnce() {
    assertTrue(
        CrashLoop.decide(List.of(pod(1, "CrashLoopBackOff")), 2) instanceof SignalVerdict.Failed);
    assertTrue(
        CrashLoop.decide(List.of(pod(0, "ContainerCreating")), 2) instanceof SignalVerdict.Passed);
  }

  @Test
  public void withoutAPodNobodyKnows() {
    assertTrue(CrashLoop.decide(List.of(), 2) instanceof SignalVerdict.Inconclusive);
  }

  private static Pod pod(int restarts, String waiting) {
    PodBuilder pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("backend-1")
            .endMetadata()
            .withNewStatus()
            .addNewContainerStatus()
            .withName("app")
            .withRestartCount(restarts)
            .endContainerStatus()
            .endStatus();
    return waiting == null
        ? pod.build()
        : pod.editStatus()
            .editFirstContainerStatus()
            .withNewState()
            .withNewWaiting()
            .withReason(waiting)
            .endWaiting()
            .endState()
            .endContainerStatus()
            .endStatus()
            .build();
  }
}
