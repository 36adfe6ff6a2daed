package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.marcnuri.helm.Helm;
import io.jenkins.plugins.austa.engine.access.AccessNeeds;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real Helm with the real chart: it needs no right that "Test connection" does not test. */
public class HelmAccessTest {
  private static final Path VALUES = Path.of("src", "test", "resources", "chart");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void needsNoRightThatTheTestOfAConnectionDoesNotTest() throws Exception {
    try (SandboxCluster cluster = SandboxCluster.start()) {
      Path kubeconfig = folder.newFile().toPath();
      Files.writeString(kubeconfig, cluster.kubeconfig());
      for (int i = 0; i < 4; i++) {
        install("austa-staging", "staging.yaml", kubeconfig);
        install("austa-production-green", "production-green.yaml", kubeconfig);
      }
      Set<ApiMatch> asked = cluster.faults().requests();
      assertTrue(asked.toString(), asked.size() > 10);
      List<String> untested =
          asked.stream()
              .filter(one -> !AccessNeeds.cover(one.verb(), one.kind()))
              .map(one -> one.verb() + " " + one.kind())
              .sorted()
              .collect(Collectors.toList());
      assertEquals(List.of(), untested);
    }
  }

  private static void install(String release, String values, Path kubeconfig) {
    new Helm(RenderedChart.CHART)
        .upgrade()
        .install()
        .withName(release)
        .withNamespace("austa-cockpit")
        .withKubeConfig(kubeconfig)
        .withValuesFile(VALUES.resolve(values))
        .waitReady()
        .withTimeout(60)
        .call();
  }
}
