package io.jenkins.plugins.austa.cli.toolbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The recordings of a demo: an {@code index.json} in a folder, with the files it names beside it.
 */
public final class Recordings {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Recording>> LIST = new TypeReference<>() {};

  private final List<Recording> all;

  private Recordings(List<Recording> all) {
    this.all = all;
  }

  /**
   * Reads recordings; those of an earlier folder win over those of a later one.
   *
   * @param folders folders with an {@code index.json}; one without is passed over
   */
  public static Recordings read(List<Path> folders) throws IOException {
    List<Recording> all = new ArrayList<>();
    for (Path folder : folders) {
      Path index = folder.resolve("index.json");
      if (Files.exists(index)) {
        MAPPER.readValue(index.toFile(), LIST).forEach(one -> all.add(one.in(folder)));
      }
    }
    return new Recordings(all);
  }

  /** A tool that answers from these recordings. */
  public RecordedTool tool(String name, String reason) {
    return new RecordedTool(
        name, reason, all.stream().filter(one -> one.tool().equals(name)).toList());
  }
}
