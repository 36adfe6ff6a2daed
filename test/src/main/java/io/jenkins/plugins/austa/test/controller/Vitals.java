package io.jenkins.plugins.austa.test.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How a controller's process is.
 *
 * @param heapMegabytes used after garbage collection
 * @param threads alive
 * @param classes loaded
 * @param programs pipelines that are held in memory as running
 */
public record Vitals(double heapMegabytes, int threads, int classes, int programs) {

  /**
   * A JVM option that lets go of builds that are only softly held, so that two looks can be
   * compared.
   */
  public static final String JVM_OPTION = "-XX:SoftRefLRUPolicyMSPerMB=0";

  /** Lets go of cancelled time limits, collects garbage, several times, and looks. */
  public static Vitals of(Controller controller) throws IOException, InterruptedException {
    try (InputStream file = Vitals.class.getResourceAsStream("vitals.groovy")) {
      String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode seen = new ObjectMapper().readTree(controller.admin().script(script));
      return new Vitals(
          seen.path("heap").asLong() / 1048576.0,
          seen.path("threads").asInt(),
          seen.path("classes").asInt(),
          seen.path("programs").asInt());
    }
  }
}
