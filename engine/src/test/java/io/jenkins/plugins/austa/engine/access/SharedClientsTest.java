package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.engine.health.ManualTime;
import java.time.Duration;
import org.junit.Test;

public class SharedClientsTest {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final ManualTime time = new ManualTime();
  private final SharedClients clients =
      new SharedClients(Duration.ofSeconds(1), IDLE, () -> time, time.clock());

  @Test
  public void everybodyWithTheSameKubeconfigHasTheSameClient() throws Exception {
    try (SharedClients.Lease one = clients.open(kubeconfig("one"));
        SharedClients.Lease other = clients.open(kubeconfig("one"))) {
      assertSame(one.client(), other.client());
    }
    assertEquals(1, clients.size());
  }

  @Test
  public void aReplacedCredentialGetsAClientOfItsOwn() throws Exception {
    try (SharedClients.Lease before = clients.open(kubeconfig("before"));
        SharedClients.Lease after = clients.open(kubeconfig("after"))) {
      assertNotSame(before.client(), after.client());
      assertEquals("after", after.client().getConfiguration().getOauthToken());
    }
  }

  @Test
  public void anIdleClientIsKeptForAWhileAndThenClosed() throws Exception {
    KubernetesClient client;
    try (SharedClients.Lease first = clients.open(kubeconfig("one"))) {
      client = first.client();
    }
    time.pass(IDLE.minusSeconds(1));
    try (SharedClients.Lease again = clients.open(kubeconfig("one"))) {
      assertSame(client, again.client());
      time.pass(IDLE.multipliedBy(2));
      assertEquals("one that is used is not idle", 1, clients.size());
    }
    time.pass(IDLE.minusSeconds(1));
    assertEquals("the idle time begins with the last use", 1, clients.size());
    time.pass(Duration.ofSeconds(1));
    assertEquals(0, clients.size());
  }

  @Test
  public void givingBackTwiceDoesNotTakeTheClientFromOthers() throws Exception {
    SharedClients.Lease twice = clients.open(kubeconfig("one"));
    try (SharedClients.Lease other = clients.open(kubeconfig("one"))) {
      twice.close();
      twice.close();
      time.pass(IDLE.multipliedBy(2));
      assertEquals(1, clients.size());
    }
  }

  private static Kubeconfig kubeconfig(String token) throws KubeconfigException {
    return Kubeconfig.read(new KubeconfigText().user("{token: " + token + "}").toString());
  }
}
