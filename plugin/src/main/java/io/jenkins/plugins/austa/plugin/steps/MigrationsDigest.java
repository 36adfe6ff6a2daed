package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.ServicePlan;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
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
    MessageDigest sha256 = sha256();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      sha256.update((name + '\n' + Files.size(file) + '\n').getBytes(StandardCharsets.UTF_8));
      sha256.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
