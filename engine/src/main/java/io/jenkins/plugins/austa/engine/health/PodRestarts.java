package io.jenkins.plugins.austa.engine.health;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Optional;

/**
 * How often the containers of a pod were restarted.
 *
 * @param pod its name
 * @param containers those that have a status
 */
record PodRestarts(String pod, List<Container> containers) {

  private static final ObjectReader LIST = new ObjectMapper().readerFor(PodList.class);

  PodRestarts {
    containers = List.copyOf(containers);
  }

  /**
   * One container.
   *
   * @param restarts how often so far
   * @param waitsFor the reason why it waits, empty when it does not
   */
  record Container(String name, int restarts, String waitsFor) {}

  /**
   * Reads them from a list of pods as the API server answers it. Many rollouts look at their pods
   * again and again, so the rest of the pods is not even built.
   *
   * @throws JsonProcessingException when it is no such list
   */
  static List<PodRestarts> read(String podList) throws JsonProcessingException {
    PodList list = LIST.readValue(podList);
    return orNone(list.items).stream().map(PodRestarts::of).toList();
  }

  private static PodRestarts of(Pod pod) {
    List<ContainerStatus> statuses =
        pod.status == null ? List.of() : orNone(pod.status.containerStatuses);
    return new PodRestarts(
        pod.metadata.name,
        statuses.stream()
            .map(one -> new Container(one.name, one.restartCount, waitsFor(one.state)))
            .toList());
  }

  private static String waitsFor(State state) {
    return state == null || state.waiting == null
        ? ""
        : Optional.ofNullable(state.waiting.reason).orElse("");
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : list;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record PodList(List<Pod> items) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Pod(Metadata metadata, Status status) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Metadata(String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Status(List<ContainerStatus> containerStatuses) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ContainerStatus(String name, int restartCount, State state) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record State(Waiting waiting) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Waiting(String reason) {}
}
