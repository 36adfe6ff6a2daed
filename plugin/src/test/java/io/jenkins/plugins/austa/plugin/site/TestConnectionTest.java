package io.jenkins.plugins.austa.plugin.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hudson.ExtensionList;
import hudson.util.FormValidation;
import hudson.util.FormValidation.Kind;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.MetricsMode;
import java.io.File;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The button "Test connection" of an environment. */
public class TestConnectionTest {
  private static final String NAMESPACE = "austa-cockpit-production";
  private static SandboxCluster cluster;

  @Rule public final AsUser user = new AsUser();

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
  public void uploadKubeconfig() {
    user.secretFile("kube", cluster.kubeconfig());
  }

  @After
  public void well() {
    cluster.faults().clear();
  }

  @Test
  public void saysThatAllIsThere() {
    FormValidation answer = test("kube", NAMESPACE, cluster.metrics().toString());
    assertEquals(answer.toString(), Kind.OK, answer.kind);
    assertTrue(answer.toString(), answer.renderHtml().contains("rights in " + NAMESPACE));
    assertTrue(answer.toString(), answer.renderHtml().contains("Prometheus answers"));
  }

  @Test
  public void warnsOfACertificateThatIsNotChecked() {
    String unchecked =
        cluster
            .kubeconfig()
            .replaceAll("certificate-authority-data: .*", "insecure-skip-tls-verify: true");
    user.secretFile("unchecked", unchecked);
    FormValidation answer = test("unchecked", NAMESPACE, cluster.metrics().toString());
    assertEquals(answer.toString(), Kind.WARNING, answer.kind);
    assertTrue(answer.toString(), answer.renderHtml().contains("is not checked"));
  }

  @Test
  public void namesAllThatIsMissingInOneMessage() {
    cluster.faults().deny(ApiMatch.any().withKind("leases").withVerb("update"));
    cluster.faults().deny(ApiMatch.any().withKind("ingresses"));
    cluster.faults().metrics(MetricsMode.UNAVAILABLE);
    FormValidation answer = test("kube", "nowhere", cluster.metrics().toString());
    assertEquals(answer.toString(), Kind.ERROR, answer.kind);
    for (String expected :
        new String[] {
          "no namespace nowhere",
          "may not update leases.coordination.k8s.io in nowhere",
          "may not get, list, create, update, patch, delete ingresses.networking.k8s.io",
          "HTTP 503"
        }) {
      assertTrue(answer.toString(), answer.renderHtml().contains(expected));
    }
  }

  @Test
  public void usesThePrometheusOfAllEnvironmentsWhereThereIsNoOther() {
    assertTrue(test("kube", NAMESPACE, "").renderHtml().contains("There is no Prometheus"));
    AustaGlobalConfiguration.get().setPrometheusUrl("http://127.0.0.1:1");
    assertError("Prometheus at http://127.0.0.1:1", test("kube", NAMESPACE, ""));
  }

  @Test
  public void saysWhatIsWrongWithTheCredential() {
    assertError("Choose the secret file", test("", NAMESPACE, ""));
    assertError("There is no secret file &quot;other&quot;", test("other", NAMESPACE, ""));
    user.secretText("text", "");
    assertError("&quot;text&quot; is no secret file", test("text", NAMESPACE, ""));
    user.secretFile("broken", "clusters: [s3cret");
    FormValidation broken = test("broken", NAMESPACE, "");
    assertError("&quot;broken&quot; cannot be used as a kubeconfig. It is not YAML", broken);
    assertFalse(broken.toString(), broken.renderHtml().contains("s3cret"));
  }

  @Test
  public void startsNoProgramThatAKubeconfigNames() {
    File trace = new File(user.home(), "trace");
    user.secretFile(
        "exec",
        cluster
            .kubeconfig()
            .replaceAll(
                "token: .*",
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: ["
                    + trace
                    + "]}"));
    assertError("would start a program", test("exec", NAMESPACE, ""));
    assertFalse("the program was started", trace.exists());
  }

  @Test
  public void saysThatNothingListens() {
    String elsewhere = cluster.kubeconfig().replaceAll("server: .*", "server: http://127.0.0.1:1");
    user.secretFile("elsewhere", elsewhere);
    assertError("Nothing listens at http://127.0.0.1:1", test("elsewhere", NAMESPACE, ""));
  }

  private static FormValidation test(String credential, String namespace, String prometheus) {
    return ExtensionList.lookupSingleton(EnvironmentSite.DescriptorImpl.class)
        .doTestConnection("production", credential, namespace, prometheus);
  }

  private static void assertError(String text, FormValidation answer) {
    assertEquals(answer.toString(), Kind.ERROR, answer.kind);
    assertTrue(answer.toString(), answer.renderHtml().contains(text));
  }
}
