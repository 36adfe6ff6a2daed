package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.jenkins.plugins.austa.engine.access.AccessFinding.Level;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.fault.ApiEffect;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.MetricsMode;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ClusterAccessTest {
  private static final String NAMESPACE = "austa-cockpit-production";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static SandboxCluster cluster;

  @BeforeClass
  public static void start() {
    cluster = SandboxCluster.builder().autoNamespaces(false).start();
    try (KubernetesClient client = cluster.client()) {
      client
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
          .create();
    }
  }

  @AfterClass
  public static void stop() {
    cluster.close();
  }

  @Before
  public void well() {
    cluster.faults().clear();
  }

  @Test
  public void saysThatAllIsWell() throws Exception {
    List<AccessFinding> findings = sandbox(NAMESPACE);
    assertEquals(findings.toString(), List.of(Level.FINE, Level.FINE), levels(findings));
    assertTrue(findings.get(1).text(), findings.get(1).text().contains("are granted"));
  }

  @Test
  public void namesEachRightThatIsMissing() throws Exception {
    for (AccessNeed need : AccessNeeds.usual()) {
      for (String verb : need.wished() ? List.<String>of() : need.verbs()) {
        cluster.faults().clear();
        cluster.faults().deny(ApiMatch.any().withVerb(verb).withKind(need.kind()));
        List<AccessFinding> missing = missing(sandbox(NAMESPACE));
        assertEquals(missing.toString(), 1, missing.size());
        String expected = "may not " + verb + " " + need.type() + " ";
        assertTrue(missing.get(0).text(), missing.get(0).text().contains(expected));
        boolean named = missing.get(0).text().contains(" in " + NAMESPACE);
        assertEquals(missing.get(0).text(), !need.clusterWide(), named);
      }
    }
  }

  @Test
  public void aRightThatIsOnlyWishedForMakesNobodyWait() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("ingressclasses"));

    List<AccessFinding> findings = sandbox(NAMESPACE);

    assertEquals(
        findings.toString(), List.of(Level.FINE, Level.FINE, Level.FINE), levels(findings));
    String text = findings.toString();
    assertTrue(text, text.contains("may not get, list ingressclasses.networking.k8s.io ("));
    assertTrue(text, text.contains("It works without"));
  }

  @Test
  public void saysWhatEachRouterWouldLack() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("httproutes").withVerb("update"));
    cluster.faults().deny(ApiMatch.any().withKind("services").withVerb("update"));

    assertEquals(List.of(), obstacles(AccessNeeds.rolling()));
    assertEquals(List.of(), obstacles(AccessNeeds.blueGreen(RouterKind.INGRESS)));
    String gateway = obstacles(AccessNeeds.blueGreen(RouterKind.GATEWAY)).toString();
    assertTrue(gateway, gateway.contains("may not update httproutes.gateway.networking.k8s.io in"));
    String service = obstacles(AccessNeeds.blueGreen(RouterKind.SERVICE)).toString();
    assertTrue(service, service.contains("may not update services in " + NAMESPACE));
  }

  @Test
  public void anAccountThatMayTouchNoDeploymentsIsToldSo() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("deployments"));

    List<AccessFinding> findings = obstacles(AccessNeeds.rolling());

    assertEquals(findings.toString(), 1, findings.size());
    String text = findings.get(0).text();
    assertTrue(text, text.contains("may not get, list, create, patch, delete deployments.apps"));
  }

  @Test
  public void anAccountThatMayNothingIsRefused() throws Exception {
    cluster.faults().deny(ApiMatch.any());

    List<AccessFinding> findings = obstacles(AccessNeeds.rolling());

    assertEquals(findings.toString(), List.of(Level.WARNING, Level.MISSING), levels(findings));
    String text = findings.get(1).text();
    assertTrue(text, text.contains("may not list deployments.apps in " + NAMESPACE));
  }

  @Test
  public void aNamespaceThatIsMissingIsFoundBeforeAnythingIsDone() throws Exception {
    String text = obstacles("nowhere", AccessNeeds.rolling()).toString();

    assertTrue(text, text.contains("There is no namespace nowhere"));
  }

  @Test
  public void anAccountThatMayNotLookAtTheNamespaceIsNotRefused() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("namespaces"));

    assertEquals(List.of(), obstacles(AccessNeeds.rolling()));
  }

  @Test
  public void anAccountThatMayNotAskAboutItsRightsIsNotRefused() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("selfsubjectaccessreviews"));

    List<AccessFinding> findings = obstacles(AccessNeeds.rolling());

    assertEquals(findings.toString(), List.of(Level.WARNING), levels(findings));
  }

  @Test
  public void namesAllThatIsMissingAtOnce() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("leases"));
    cluster.faults().deny(ApiMatch.any().withKind("secrets").withVerb("delete"));
    String text = missing(sandbox("nowhere")).toString();
    assertTrue(text, text.contains("There is no namespace nowhere"));
    assertTrue(text, text.contains("may not get, create, update leases.coordination.k8s.io"));
    assertTrue(text, text.contains("may not delete secrets in nowhere"));
  }

  @Test
  public void anAccountOfOneNamespaceNeedNotLookAtNamespaces() throws Exception {
    cluster.faults().deny(ApiMatch.any().withKind("namespaces").withVerb("get"));
    assertEquals(List.of(), missing(sandbox(NAMESPACE)));
  }

  @Test
  public void testsNoRightsWithoutANamespaceAndSaysSo() throws Exception {
    List<AccessFinding> findings = sandbox(null);
    assertEquals(findings.toString(), List.of(Level.FINE, Level.WARNING), levels(findings));
  }

  @Test
  public void saysThatTheClusterIsInTrouble() throws Exception {
    cluster
        .faults()
        .api(ApiMatch.any().withKind("selfsubjectaccessreviews"), ApiEffect.status(503), 1);
    assertMissing("answered HTTP 503", sandbox(NAMESPACE));
    cluster
        .faults()
        .api(ApiMatch.any().withKind("selfsubjectaccessreviews"), ApiEffect.status(401), 1);
    assertMissing("does not accept the account (HTTP 401)", sandbox(NAMESPACE));
    cluster.faults().deny(ApiMatch.any().withKind("selfsubjectaccessreviews"));
    assertMissing("system:basic-user", sandbox(NAMESPACE));
  }

  @Test
  public void saysThatNothingListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertMissing(
        "Nothing listens at https://127.0.0.1:" + port,
        test(new KubeconfigText().server("https://127.0.0.1:" + port)));
  }

  @Test
  public void saysThatTheHostIsNotKnown() throws Exception {
    assertMissing(
        "is not known", test(new KubeconfigText().server("https://nowhere.invalid:6443")));
  }

  @Test
  public void saysThatTheCertificateIsNotTrusted() throws Exception {
    try (TlsServer server = tls("-ext", "san=ip:127.0.0.1");
        TlsServer other = tls("-ext", "san=dns:other")) {
      KubeconfigText text = new KubeconfigText().server(server.address());
      assertMissing("is not trusted", test(text));
      text.cluster("certificate-authority-data: " + other.certificate());
      assertMissing("is not trusted", test(text));
      text.cluster("certificate-authority-data: " + server.certificate());
      assertMissing("does not accept the account (HTTP 401)", test(text));
      text.cluster("insecure-skip-tls-verify: true");
      assertMissing("does not accept the account (HTTP 401)", test(text));
    }
  }

  @Test
  public void saysThatTheCertificateIsForAnotherHost() throws Exception {
    try (TlsServer server = tls("-ext", "san=dns:api.example.org")) {
      assertMissing("is for another host", test(trusted(server)));
    }
  }

  @Test
  public void saysThatItSpeaksNoHttps() throws Exception {
    String address = cluster.metrics().toString().replace("http:", "https:");
    assertMissing("Check that it speaks HTTPS", test(new KubeconfigText().server(address)));
  }

  @Test
  public void saysWhetherPrometheusAnswers() {
    assertEquals(Level.FINE, MetricsAccess.test(cluster.metrics(), TIMEOUT).level());
    cluster.faults().metrics(MetricsMode.UNAVAILABLE);
    AccessFinding unwell = MetricsAccess.test(cluster.metrics(), TIMEOUT);
    assertEquals(Level.MISSING, unwell.level());
    assertTrue(unwell.text(), unwell.text().contains("HTTP 503"));
    cluster.faults().metrics(MetricsMode.UNREACHABLE);
    assertEquals(Level.MISSING, MetricsAccess.test(cluster.metrics(), TIMEOUT).level());
  }

  private static TlsServer tls(String... options) throws Exception {
    return TlsServer.start(FOLDER.getRoot().toPath(), options);
  }

  private static KubeconfigText trusted(TlsServer server) throws Exception {
    return new KubeconfigText()
        .server(server.address())
        .cluster("certificate-authority-data: " + server.certificate());
  }

  private static List<AccessFinding> sandbox(String namespace) throws Exception {
    return test(Kubeconfig.read(cluster.kubeconfig()), namespace);
  }

  private static List<AccessFinding> obstacles(List<AccessNeed> needs) throws Exception {
    return obstacles(NAMESPACE, needs);
  }

  private static List<AccessFinding> obstacles(String namespace, List<AccessNeed> needs)
      throws Exception {
    Kubeconfig kubeconfig = Kubeconfig.read(cluster.kubeconfig());
    try (KubernetesClient client = cluster.client()) {
      return new ClusterAccess(client, kubeconfig.server()).obstacles(namespace, needs);
    }
  }

  private static List<AccessFinding> test(KubeconfigText text) throws Exception {
    return test(Kubeconfig.read(text.toString()), NAMESPACE);
  }

  private static List<AccessFinding> test(Kubeconfig kubeconfig, String namespace) {
    Config config = kubeconfig.config(TIMEOUT);
    config.setRequestRetryBackoffLimit(0);
    try (KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new OkHttpClientFactory())
            .build()) {
      return new ClusterAccess(client, kubeconfig.server()).test(namespace);
    }
  }

  private static List<Level> levels(List<AccessFinding> findings) {
    return findings.stream().map(AccessFinding::level).toList();
  }

  private static List<AccessFinding> missing(List<AccessFinding> findings) {
    return findings.stream().filter(finding -> finding.level() == Level.MISSING).toList();
  }

  private static void assertMissing(String text, List<AccessFinding> findings) {
    List<AccessFinding> missing = missing(findings);
    assertEquals(findings.toString(), 1, missing.size());
    assertTrue(findings.toString(), missing.get(0).text().contains(text));
  }
}
