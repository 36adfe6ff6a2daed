package io.jenkins.plugins.austa.bench.waiting;

import io.jenkins.plugins.austa.engine.rollout.RevisionRequest;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The releases of the benchmark, each a whole platform.
 *
 * @param count how many releases
 * @param namespaces over how many namespaces they are spread evenly
 */
record ManyReleases(int count, int namespaces) {
  private static final String PLATFORM = "austa-many";
  private static final int PORT = 80;
  private static final String DIGEST = "@sha256:" + "0".repeat(64);

  /** All of them; users come to each by a path prefix of its own. */
  List<RolloutTarget> targets(URI publicUrl) {
    return IntStream.range(0, count).mapToObj(index -> target(index, publicUrl)).toList();
  }

  private RolloutTarget target(int index, URI publicUrl) {
    String release = "many-" + index;
    return new RolloutTarget(
        "production",
        PLATFORM + "-" + index % namespaces,
        release,
        PLATFORM,
        List.of(
            service("frontend", "/" + release),
            service("backend", "/" + release + "/api"),
            service("ai-service", "/" + release + "/ai")),
        publicUrl,
        null);
  }

  private static RolloutService service(String name, String path) {
    return new RolloutService(name, PORT, path, "/healthz");
  }

  /** What is rolled out. */
  static RevisionRequest request(RolloutTarget target) {
    return new RevisionRequest("v1", images(target), "many-1.0.0", "bench", "waiting");
  }

  private static Map<String, String> images(RolloutTarget target) {
    return target.services().stream()
        .collect(
            Collectors.toMap(
                RolloutService::name,
                service -> "registry.austa.example/" + service.name() + DIGEST));
  }
}
