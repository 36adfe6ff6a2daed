package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real Helm against the sandbox: its protobuf, its server-side checks, its waiting. */
public class HelmTest {
  private static final Path CHART = Path.of("src/test/resources/chart");

  @Rule public final ClusterRule sandbox = new ClusterRule();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path kubeconfig;

  @Before
  public void writeKubeconfig() throws Exception {
    kubeconfig = folder.newFile("kubeconfig").toPath();
    Files.writeString(kubeconfig, sandbox.cluster().kubeconfig());
  }

  @Test
  public void installsUpgradesAndUninstallsAndWaitsForPods() {
    Release first =
        new Helm(CHART)
            .install()
            .withName("demo")
            .withNamespace("ns")
            .createNamespace()
            .withKubeConfig(kubeconfig)
            .waitReady()
            .withTimeout(30)
            .call();
    assertEquals("deployed", first.getStatus());
    assertEquals(Integer.valueOf(1), deployed());

    Release second =
        new Helm(CHART)
            .upgrade()
            .install()
            .withName("demo")
            .withNamespace("ns")
            .set("v", "2")
            .withKubeConfig(kubeconfig)
            .waitReady()
            .withTimeout(30)
            .call();
    assertEquals("2", second.getRevision());
    assertEquals(
        "2",
        sandbox
            .client()
            .configMaps()
            .inNamespace("ns")
            .withName("demo-map")
            .get()
            .getData()
            .get("v"));
    assertEquals(2, sandbox.client().secrets().inNamespace("ns").list().getItems().size());

    Helm.uninstall("demo").withNamespace("ns").withKubeConfig(kubeconfig).call();
    assertNull(sandbox.client().apps().deployments().inNamespace("ns").withName("demo").get());
    assertEquals(0, sandbox.client().secrets().inNamespace("ns").list().getItems().size());
  }

  @Test
  public void protobufOfOtherTypesIsRefusedByName() throws Exception {
    // The envelope of a v1 Pod without content.
    byte[] pod = "k8s\0\n\t\n\2v1\22\3Pod\22\0".getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer = post(pod);
    assertEquals(415, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("not of \\\"Pod\\\""));
    assertEquals(400, post(new byte[] {'k', '8', 's', 0, 10, 99}).statusCode());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    HttpRequest request =
        sandbox
            .apiRequest("/api/v1/namespaces/ns/pods")
            .header("Content-Type", "application/vnd.kubernetes.protobuf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return sandbox.apiClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private Integer deployed() {
    return sandbox
        .client()
        .apps()
        .deployments()
        .inNamespace("ns")
        .withName("demo")
        .get()
        .getStatus()
        .getAvailableReplicas();
  }
}
