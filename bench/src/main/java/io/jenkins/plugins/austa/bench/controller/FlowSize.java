package io.jenkins.plugins.austa.bench.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a finished build's flow graph takes on disk.
 *
 * @param bytes of all files in the folder in which workflow-support keeps the nodes
 */
record FlowSize(long bytes) {

  /**
   * Measures a build.
   *
   * @param build its folder in JENKINS_HOME
   */
  static FlowSize of(Path build) throws IOException {
    long bytes = 0;
    // Its name says whether the nodes were packed into one file when the run ended.
    for (String name : List.of("workflow", "workflow-completed")) {
      Path folder = build.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            bytes += Files.size(file);
          }
        }
      }
    }
    if (bytes == 0) {
      throw new IOException("no flow nodes in " + build);
    }
    return new FlowSize(bytes);
  }
}
