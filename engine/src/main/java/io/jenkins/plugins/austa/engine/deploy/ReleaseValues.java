package io.jenkins.plugins.austa.engine.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.austa.engine.plan.DeploymentPlan;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that one Helm release of the platform's chart is installed with. Written as JSON,
 * which Helm reads as YAML.
 *
 * @param plan the run's plan
 * @param deployment the environment
 * @param colour {@code blue} or {@code green}; empty with a rolling deployment
 * @param revision the rollout's revision number; 0 with a rolling deployment
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

  /** The values as indented JSON. */
  public String json() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("platform", plan.platform());
    values.put("release", deployment.release());
    values.put("colour", colour);
    values.put("revision", revision == 0 ? plan.version() : String.valueOf(revision));
    values.put("version", plan.version());
    Map<String, Object> services = new LinkedHashMap<>();
    plan.services().forEach(service -> services.put(service.name(), service(service)));
    values.put("services", services);
    values.put("ingress", Map.of("enabled", !deployment.isBlueGreen()));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values cannot fail to be written", e);
    }
  }

  private Map<String, Object> service(ServicePlan service) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("image", images.get(service.name()));
    values.put("port", service.port());
    values.put("replicas", replicas.getOrDefault(service.name(), 1));
    values.put("healthPath", service.health());
    values.put("route", service.route());
    return values;
  }
}
