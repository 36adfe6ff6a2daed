package io.jenkins.plugins.austa.engine.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The record as text.
 *
 * <p>A field that this version does not know is refused, not carried along: from the record it is
 * decided which colour may be scaled to zero, and the unknown field may be the one that says no.
 * Two versions of the engine work on one release for minutes only; being refused then costs less
 * than a wrong guess.
 */
final class RecordJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private RecordJson() {}

  static String write(RolloutRecord record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A rollout record must always be writable", e);
    }
  }

  /**
   * @param where the object the text comes from, for the message
   * @throws RecordUnreadableException if it is not a record or one of a newer version
   */
  static RolloutRecord read(String text, String where) {
    try {
      RolloutRecord record = text == null ? null : JSON.readValue(text, RolloutRecord.class);
      if (record == null || record.phase() == null) {
        throw new RecordUnreadableException(where, "it holds no phase", null);
      }
      return record;
    } catch (UnrecognizedPropertyException e) {
      throw new RecordUnreadableException(
          where,
          "it holds the field '"
              + e.getPropertyName()
              + "', which this version does not know; a newer AUSTA Pipeline wrote it, upgrade this one",
          e);
    } catch (JsonProcessingException e) {
      throw new RecordUnreadableException(where, e.getOriginalMessage(), e);
    }
  }
}
