package io.jenkins.plugins.austa.bench.controller;

import io.jenkins.plugins.austa.test.controller.JenkinsClient;
import java.io.IOException;

/** How much of a controller's heap is in use after garbage collection. */
final class Heap {
  /** Lets go of builds that are only softly held, so that two measurements can be compared. */
  static final String JVM_OPTION = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private static final String SCRIPT =
      """
      def memory = java.lang.management.ManagementFactory.memoryMXBean
      3.times { memory.gc(); System.runFinalization() }
      println memory.heapMemoryUsage.used
      """;

  private Heap() {}

  /** Bytes in use. */
  static long used(JenkinsClient client) throws IOException, InterruptedException {
    return Long.parseLong(client.script(SCRIPT).strip());
  }
}
