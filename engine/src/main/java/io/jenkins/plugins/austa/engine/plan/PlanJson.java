package io.jenkins.plugins.austa.engine.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A plan as text, the form in which it is kept with a run across restarts. */
public final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private PlanJson() {}

  /** Writes a plan. */
  public static String write(PipelinePlan plan) {
    try {
      return MAPPER.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan of plain records cannot fail to be written", e);
    }
  }

  /**
   * Reads a plan that {@link #write} wrote, also an older version's.
   *
   * @throws IllegalArgumentException when the text is not a plan
   */
  public static PipelinePlan read(String json) {
    try {
      return MAPPER.readValue(json, PipelinePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the plan kept with this run cannot be read", e);
    }
  }
}
