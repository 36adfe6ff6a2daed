package io.jenkins.plugins.austa.plugin.library;

import io.jenkins.plugins.austa.engine.agents.PodTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The pod templates that the plugin carries. */
public final class PackedPods {
  private static final String FOLDER =
      "/io/jenkins/plugins/austa/library/resources/io/jenkins/plugins/austa/pods/";
  private static final String MARKER = "pod.yaml";

  private PackedPods() {}

  /** Reads the templates from the class path; about ten small files. */
  public static PodTemplates get() throws IOException {
    Map<String, String> files = new HashMap<>();
    PackedFiles.below(FOLDER, MARKER)
        .contents()
        .forEach((name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
    return new PodTemplates(files);
  }
}
