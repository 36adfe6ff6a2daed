package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that one Helm release of the platform's chart is installed with. Written as JSON,
 * which Helm reads as YAML.
 *
 * @param plan the run's plan
 * @param deployment the environment
 * @param colour {@code blue} or {@code green}; empty with a rolling deployment
 * @param revision the rollout's revision number, or the build's number with a rolling deployment
 * @param images image with digest by service
 * @param replicas replicas by service
 */
public record ReleaseValues(
    PipelinePlan plan,
    DeploymentPlan deployment,
    String colour,
    int revision,
    Map<String, String> images,
    Map<String, Integer> replicas) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The name of the Helm release that these values are for. */
  public String helmRelease() {
    return colour.isEmpty() ? deployment.release() : deployment.release() + "-" + colour;
  }

  /**
   * SHA-256 over those of the values that do not follow from the rollout itself: differs whenever
   * the chart would be given something else for the same images.
   */
  public String digest() {
    return ValuesDigest.of(MAPPER.valueToTree(values()));
  }

  /** The values as indented JSON. */
  public String json() {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values cannot fail to be written", e);
    }
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("release", deployment.release());
    values.put("colour", colour);
    values.put("revision", String.valueOf(revision));
    values.put("platform", plan.platform());
    Map<String, Object> services = new LinkedHashMap<>();
    plan.services().forEach(service -> services.put(service.name(), service(service)));
    values.put("services", services);
    values.put("ingress", ingress());
    return values;
  }

  private Map<String, Object> service(ServicePlan service) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("image", images.get(service.name()));
    values.put("port", service.port());
    values.put("replicas", replicas.getOrDefault(service.name(), 1));
    values.put("healthPath", service.health());
    return values;
  }

  /** With blue-green the entry belongs to no colour; the rollout makes and moves it. */
  private Map<String, Object> ingress() {
    List<Map<String, String>> routes =
        plan.services().stream()
            .map(service -> Map.of("path", service.route(), "service", service.name()))
            .toList();
    String host = deployment.host() == null ? "" : deployment.host();
    return deployment.isBlueGreen()
        ? Map.of("enabled", false)
        : Map.of("enabled", true, "host", host, "routes", routes);
  }
}
