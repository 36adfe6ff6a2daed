package io.jenkins.plugins.austa.engine.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A list of records of one kind that survives Java and XStream serialisation and stays small. The
 * records are kept as JSON: XStream (in Jenkins) cannot read records back, and JSON written by an
 * older version stays readable. A piece with a key that is there already takes its place, so that a
 * stage that is retried or resumed counts once. Not thread-safe; {@link RunReportCollector} guards
 * it.
 */
final class KeptPieces implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper MAPPER =
      ReportMapper.create().registerModule(new ShortStrings());

  private final String plural;
  private final int most;
  private final LinkedHashMap<String, String> json = new LinkedHashMap<>();
  private int refused;

  /**
   * @param plural what is kept here, for the line that says how much is missing
   * @param most how many are kept; later ones are counted only
   */
  KeptPieces(String plural, int most) {
    this.plural = plural;
    this.most = most;
  }

  /** A copy that later changes do not reach. */
  KeptPieces(KeptPieces other) {
    this(other.plural, other.most);
    json.putAll(other.json);
    refused = other.refused;
  }

  void put(String key, Object piece) {
    if (json.size() >= most && !json.containsKey(key)) {
      refused++;
      return;
    }
    try {
      json.put(key, MAPPER.writeValueAsString(piece));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not plain data, so it cannot be reported: " + piece, e);
    }
  }

  /** Adds a piece that replaces none. */
  void add(Object piece) {
    put("#" + (json.size() + refused), piece);
  }

  <T> List<T> read(Class<T> kind) {
    List<T> pieces = new ArrayList<>();
    for (String piece : json.values()) {
      try {
        pieces.add(MAPPER.readValue(piece, kind));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Kept by an incompatible version: " + piece, e);
      }
    }
    return pieces;
  }

  <T> Optional<T> readLast(Class<T> kind) {
    List<T> pieces = read(kind);
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.get(pieces.size() - 1));
  }

  /** One line saying how many are missing; empty when none are. */
  Optional<String> omitted() {
    return refused == 0
        ? Optional.empty()
        : Optional.of(plural + ": " + refused + " more than the " + most + " that are kept");
  }
}
