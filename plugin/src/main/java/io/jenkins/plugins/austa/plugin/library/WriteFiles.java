package io.jenkins.plugins.austa.plugin.library;

import hudson.Util;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/**
 * Writes files on the agent, all in one call: an agent can be far away. Folders are made as needed,
 * files of the same names replaced.
 */
public final class WriteFiles extends MasterToSlaveFileCallable<Void> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> emptied = new ArrayList<>();
  private final LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();

  /** Deletes a folder with all that is in it, before any file is written. */
  public WriteFiles emptying(String folder) {
    emptied.add(folder);
    return this;
  }

  /** Writes a text in UTF-8. */
  public WriteFiles add(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /**
   * Writes files by their paths.
   *
   * @param folder put before each path; empty, or with a slash at its end
   */
  public WriteFiles addAll(String folder, Map<String, byte[]> contents) {
    contents.forEach((path, content) -> files.put(folder + path, content));
    return this;
  }

  @Override
  public Void invoke(File folder, VirtualChannel channel) throws IOException {
    for (String each : List.copyOf(emptied)) {
      Util.deleteRecursive(new File(folder, each));
    }
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      File file = new File(folder, each.getKey());
      Files.createDirectories(file.getParentFile().toPath());
      Files.write(file.toPath(), each.getValue());
    }
    return null;
  }
}
