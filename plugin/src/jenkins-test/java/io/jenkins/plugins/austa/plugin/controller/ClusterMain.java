package io.jenkins.plugins.austa.plugin.controller;

import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.io.IOException;

/** The sandbox cluster as a process: says where it listens, and ends with its standard input. */
final class ClusterMain {

  private ClusterMain() {}

  public static void main(String[] arguments) throws IOException {
    try (SandboxCluster cluster = SandboxCluster.start()) {
      System.out.println(cluster.apiServer());
      System.out.println(cluster.publicEntry());
      System.out.println(cluster.metrics());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }
}
