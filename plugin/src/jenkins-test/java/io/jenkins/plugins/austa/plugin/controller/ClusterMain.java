package io.jenkins.plugins.austa.plugin.controller;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The sandbox cluster as a process. Says how to open it and where it listens, creates the object of
 * each line that it reads, and ends with its input.
 */
final class ClusterMain {

  private ClusterMain() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader objects =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SandboxCluster cluster = SandboxCluster.start();
        KubernetesClient client = cluster.client()) {
      byte[] kubeconfig = cluster.kubeconfig().getBytes(StandardCharsets.UTF_8);
      System.out.println(Base64.getEncoder().encodeToString(kubeconfig));
      System.out.println(cluster.publicEntry());
      System.out.println(cluster.metrics());
      for (String json = objects.readLine(); json != null; json = objects.readLine()) {
        client.resource(json).create();
        System.out.println(ClusterProcess.CREATED);
      }
    }
  }
}
