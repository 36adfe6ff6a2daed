package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeNotNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Version;
import org.junit.Test;

/** The rollout tests run once with each fabric8 that a controller may have; this names which. */
public class Fabric8VersionTest {
  @Test
  public void theTestsOfThisRunUseTheFabric8TheyAreSaidToUse() {
    String said = System.getProperty("austa.fabric8");
    assumeNotNull(said);
    assertEquals(said, Version.clientVersion());
    String jar =
        KubernetesClient.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertEquals(said, jar.replaceFirst(".*kubernetes-client-api-(.+)\\.jar", "$1"));
  }
}
