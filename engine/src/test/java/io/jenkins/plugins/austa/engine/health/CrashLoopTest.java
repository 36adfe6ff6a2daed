package io.jenkins.plugins.austa.engine.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.Test;

public class CrashLoopTest {

  @Test
  public void aFewRestartsAreAccepted() throws Exception {
    assertTrue(decide(List.of(pod(2, null)), 2) instanceof SignalVerdict.Passed);
  }

  @Test
  public void moreAreNot() throws Exception {
    SignalVerdict verdict = decide(List.of(pod(0, null), pod(3, null)), 2);
    assertTrue(verdict instanceof SignalVerdict.Failed);
    assertEquals(
        "crash-loop: container app of pod backend-1 restarted 3 times, more than the limit of 2"
            + " allows",
        verdict.reason());
  }

  @Test
  public void whoeverWaitsInBackOffHasFailedAtOnce() throws Exception {
    assertTrue(decide(List.of(pod(1, "CrashLoopBackOff")), 2) instanceof SignalVerdict.Failed);
    assertTrue(decide(List.of(pod(0, "ContainerCreating")), 2) instanceof SignalVerdict.Passed);
  }

  @Test
  public void withoutAPodNobodyKnows() throws Exception {
    assertTrue(decide(List.of(), 2) instanceof SignalVerdict.Inconclusive);
  }

  @Test
  public void aPodWithoutAStatusYetHasNotRestarted() throws Exception {
    Pod pod = new PodBuilder(pod(0, null)).withStatus(null).build();
    assertTrue(decide(List.of(pod), 2) instanceof SignalVerdict.Passed);
  }

  @Test
  public void anAnswerThatIsCutOffIsNoListOfPods() {
    assertThrows(
        JsonProcessingException.class,
        () -> PodRestarts.read("{\"items\":[{\"metadata\":{\"name\":\"backend-1\"}"));
  }

  /** As the API server would answer with these pods. */
  private static SignalVerdict decide(List<Pod> pods, int maxRestarts)
      throws JsonProcessingException {
    String list = Serialization.asJson(new PodListBuilder().withItems(pods).build());
    return CrashLoop.decide(PodRestarts.read(list), maxRestarts);
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
