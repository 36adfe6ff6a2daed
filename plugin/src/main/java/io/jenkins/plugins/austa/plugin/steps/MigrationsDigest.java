package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;

/**
 * SHA-256 over the migrations of each service, read on the agent. What is approved are these files,
 * and a later checkout of another commit shows.
 */
final class MigrationsDigest extends MasterToSlaveFileCallable<Map<String, String>> {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> folders;

  private MigrationsDigest(Map<String, String> folders) {
    this.folders = new HashMap<>(folders);
  }

  static MigrationsDigest of(PipelinePlan plan) {
    Map<String, String> folders = new HashMap<>();
    for (ServicePlan service : plan.services()) {
      if (service.migrations() != null) {
        folders.put(service.name(), service.migrations());
      }
    }
    return new MigrationsDigest(folders);
  }

  static MigrationsDigest of(ServicePlan service) {
    return new MigrationsDigest(Map.of(service.name(), service.migrations()));
  }

  @Override
  public Map<String, String> invoke(File workspace, VirtualChannel channel) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, String> service : folders.entrySet()) {
      digests.put(service.getKey(), digest(new File(workspace, service.getValue()).toPath()));
    }
    return digests;
  }

  private static String digest(Path folder) throws IOException {
    Sha256 sha256 = new Sha256();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      sha256.add(name + '\n' + Files.size(file) + '\n');
      sha256.add(Files.readAllBytes(file));
    }
    return sha256.hex();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
