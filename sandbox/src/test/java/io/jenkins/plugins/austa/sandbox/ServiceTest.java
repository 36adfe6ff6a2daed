package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import org.junit.Rule;
import org.junit.Test;

public class ServiceTest {
  private static final String PROXY = "/api/v1/namespaces/" + NAMESPACE + "/services/";

  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void slicesAndEndpointsNameTheReadyPodsAndTheirPort() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    eventually(
        "two are ready",
        () ->
            slice().getEndpoints().stream().filter(e -> e.getConditions().getReady()).count() == 2);
    assertEquals(Integer.valueOf(8080), slice().getPorts().get(0).getPort());
    assertEquals("http", slice().getPorts().get(0).getName());
    var subset =
        sandbox
            .client()
            .endpoints()
            .inNamespace(NAMESPACE)
            .withName(Platform.name("backend", "blue"))
            .get()
            .getSubsets()
            .get(0);
    assertEquals(2, subset.getAddresses().size());
    assertEquals(Integer.valueOf(8080), subset.getPorts().get(0).getPort());
  }

  @Test
  public void podThatIsNotReadyIsNoEndpoint() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    try (var fault = sandbox.cluster().faults().neverReady(Platform.selector("backend", "blue"))) {
      eventually(
          "none is ready",
          () -> slice().getEndpoints().stream().noneMatch(e -> e.getConditions().getReady()));
    }
    eventually(
        "one is ready again",
        () -> slice().getEndpoints().stream().anyMatch(e -> e.getConditions().getReady()));
  }

  @Test
  public void serviceProxyReachesAPod() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    String name = Platform.name("backend", "blue");
    for (String target :
        new String[] {name, name + ":http", name + ":80", "http:" + name + ":http"}) {
      var answer = sandbox.api(PROXY + target + "/proxy/api/x?y=1");
      assertEquals(target, 200, answer.statusCode());
      assertEquals("blue", answer.headers().firstValue("X-Austa-Colour").get());
      assertTrue(answer.body().contains("\"path\":\"/api/x\""));
    }
    assertEquals(200, sandbox.api(PROXY + name + ":http/proxy/healthz").statusCode());
    assertEquals(503, sandbox.api(PROXY + name + ":nowhere/proxy/healthz").statusCode());
  }

  @Test
  public void serviceProxyWithoutReadyPodsIs503() throws Exception {
    sandbox.client().resource(Platform.service("backend", "blue")).create();
    var answer = sandbox.api(PROXY + Platform.name("backend", "blue") + ":http/proxy/healthz");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("no endpoints available"));
  }

  @Test
  public void podProxyReachesThePod() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    String pod =
        sandbox
            .client()
            .pods()
            .inNamespace(NAMESPACE)
            .list()
            .getItems()
            .get(0)
            .getMetadata()
            .getName();
    var answer =
        sandbox.api("/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod + ":8080/proxy/who");
    assertTrue(answer.body(), answer.body().contains(pod));
  }

  private EndpointSlice slice() {
    return sandbox
        .client()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(NAMESPACE)
        .withLabel("kubernetes.io/service-name", Platform.name("backend", "blue"))
        .list()
        .getItems()
        .get(0);
  }
}
