package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRefBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRuleBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

/** HTTPRoutes as the Gateway API, version 1, has them. */
public class GatewayTest {
  private static final Duration PROPAGATION = Duration.ofMillis(200);

  @Rule
  public final ClusterRule sandbox =
      new ClusterRule(SandboxCluster.builder().propagationDelay(PROPAGATION));

  @Test
  public void rulesRouteByTheLongestPath() throws Exception {
    deployBoth("blue");
    sandbox.deploy("backend", "green", 1);
    sandbox.client().resource(gateway(null, "Same")).create();
    sandbox
        .client()
        .resource(
            route(
                rule("PathPrefix", "/", to("frontend", "blue", 1)),
                rule("PathPrefix", "/api", to("backend", "blue", 1)),
                rule("Exact", "/api/exact", to("backend", "green", 1))))
        .create();
    eventually("it serves", () -> "backend".equals(header("/api/patients", "X-Austa-Service")));
    assertEquals("frontend", header("/apix", "X-Austa-Service"));
    assertEquals("blue", header("/api/exact/more", "X-Austa-Colour"));
    assertEquals("green", header("/api/exact", "X-Austa-Colour"));
  }

  @Test
  public void onePatchMovesAllServicesAfterTheDelay() throws Exception {
    deployBoth("blue");
    deployBoth("green");
    sandbox.client().resource(gateway(null, "Same")).create();
    HTTPRoute blue = sandbox.client().resource(entry("blue")).create();
    eventually("it serves", () -> "blue".equals(header("/api", "X-Austa-Colour")));
    long patched = System.nanoTime();
    sandbox
        .client()
        .resource(blue)
        .patch(
            PatchContext.of(PatchType.JSON),
            "["
                + replace(0, Platform.name("frontend", "green"))
                + ","
                + replace(1, Platform.name("backend", "green"))
                + "]");
    eventually("green serves", () -> "green".equals(header("/api", "X-Austa-Colour")));
    assertTrue(System.nanoTime() - patched >= PROPAGATION.toNanos());
    assertEquals("green", header("/", "X-Austa-Colour"));
  }

  @Test
  public void weightsShareTheRequests() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.deploy("backend", "green", 1);
    sandbox.client().resource(gateway(null, "Same")).create();
    sandbox
        .client()
        .resource(
            route(
                rule("PathPrefix", "/", to("backend", "blue", 90), to("backend", "green", 10)),
                rule("PathPrefix", "/off", to("backend", "blue", 0), to("backend", "green", 1))))
        .create();
    eventually("it serves", () -> sandbox.get("/").statusCode() == 200);
    int green = 0;
    for (int i = 0; i < 100; i++) {
      green += "green".equals(header("/", "X-Austa-Colour")) ? 1 : 0;
      assertEquals("green", header("/off", "X-Austa-Colour"));
    }
    assertEquals(10, green);
  }

  @Test
  public void aBackendThatIsNotThereIs500AndOneWithoutPods503() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(Platform.service("backend", "green")).create();
    sandbox.client().resource(gateway(null, "Same")).create();
    sandbox
        .client()
        .resource(
            route(
                rule("PathPrefix", "/", to("backend", "blue", 1)),
                rule("PathPrefix", "/empty", to("backend", "green", 1)),
                rule("PathPrefix", "/none", to("backend", "red", 1))))
        .create();
    eventually("it serves", () -> sandbox.get("/").statusCode() == 200);
    assertEquals(503, sandbox.get("/empty").statusCode());
    assertEquals(500, sandbox.get("/none").statusCode());
    Condition resolved = condition("ResolvedRefs");
    assertEquals("False", resolved.getStatus());
    assertEquals("BackendNotFound", resolved.getReason());
    assertTrue(resolved.getMessage().contains("austa-production-backend-red"));
    assertEquals("True", condition("Accepted").getStatus());
  }

  @Test
  public void acceptedRoutesSaySoForTheirGeneration() throws Exception {
    deployBoth("blue");
    sandbox.client().resource(gateway(null, "Same")).create();
    HTTPRoute created = sandbox.client().resource(entry("blue")).create();
    eventually("accepted", () -> "True".equals(condition("Accepted").getStatus()));
    assertEquals("ResolvedRefs", condition("ResolvedRefs").getReason());
    assertEquals("entry", read().getStatus().getParents().get(0).getParentRef().getName());
    sandbox
        .client()
        .resource(created)
        .patch(
            PatchContext.of(PatchType.JSON),
            "[" + replace(0, Platform.name("backend", "blue")) + "]");
    eventually("seen", () -> condition("Accepted").getObservedGeneration() == 2);
    Gateway gateway = sandbox.client().resource(gateway(null, "Same")).get();
    assertEquals(1, gateway.getStatus().getListeners().get(0).getAttachedRoutes().intValue());
  }

  @Test
  public void aRouteWithoutItsGatewayIsNobodysAndNotServed() throws Exception {
    deployBoth("blue");
    sandbox.client().resource(entry("blue")).create();
    assertEquals(404, sandbox.get("/api").statusCode());
    sandbox.client().resource(gateway(null, "Same")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    sandbox.client().resource(gateway(null, "Same")).delete();
    eventually("it serves no more", () -> sandbox.get("/api").statusCode() == 404);
    eventually("nobody answers for it", () -> read().getStatus().getParents().isEmpty());
  }

  @Test
  public void listenersAndRoutesMustAgreeOnTheHost() throws Exception {
    deployBoth("blue");
    sandbox.client().resource(gateway("*.cockpit.example", "Same")).create();
    sandbox.client().resource(entry("blue")).create();
    eventually("accepted", () -> "True".equals(condition("Accepted").getStatus()));
    eventually("served", () -> status("www.cockpit.example") == 200);
    assertEquals(404, status("cockpit.example"));
    patchHost("other.example");
    eventually(
        "refused", () -> "NoMatchingListenerHostname".equals(condition("Accepted").getReason()));
    eventually("served no more", () -> status("www.cockpit.example") == 404);
    patchHost("api.cockpit.example");
    eventually("served", () -> status("api.cockpit.example") == 200);
    assertEquals(404, status("www.cockpit.example"));
  }

  @Test
  public void listenersMayLetOtherNamespacesIn() throws Exception {
    deployBoth("blue");
    sandbox.client().resource(in("gateways", gateway(null, "Same"))).create();
    HTTPRoute route =
        new HTTPRouteBuilder(entry("blue"))
            .editSpec()
            .editFirstParentRef()
            .withNamespace("gateways")
            .endParentRef()
            .endSpec()
            .build();
    sandbox.client().resource(route).create();
    eventually("refused", () -> "NotAllowedByListeners".equals(condition("Accepted").getReason()));
    assertEquals(404, sandbox.get("/api").statusCode());
    sandbox.client().resource(in("gateways", gateway(null, "All"))).update();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
  }

  @Test
  public void whatTheSandboxCannotDoIsRefusedAsAWhole() throws Exception {
    deployBoth("blue");
    sandbox.client().resource(gateway(null, "Same")).create();
    HTTPRoute route = entry("blue");
    route.getSpec().getRules().get(0).getMatches().get(0).setMethod("GET");
    sandbox.client().resource(route).create();
    eventually("refused", () -> "UnsupportedValue".equals(condition("Accepted").getReason()));
  }

  @Test
  public void defaultsAreFilledInAndNonsenseIsRefused() {
    HTTPRoute created = sandbox.client().resource(entry("blue")).create();
    HTTPBackendRef backend = created.getSpec().getRules().get(0).getBackendRefs().get(0);
    assertEquals(Integer.valueOf(1), backend.getWeight());
    assertEquals("Service", backend.getKind());
    assertEquals("Gateway", created.getSpec().getParentRefs().get(0).getKind());
    for (HTTPRouteRule wrong :
        List.of(
            rule("PathPrefix", "api", to("backend", "blue", 1)),
            rule("PathPrefix", "/", to("backend", "blue", -1)),
            rule("Longest", "/", to("backend", "blue", 1)))) {
      KubernetesClientException e =
          assertThrows(
              KubernetesClientException.class,
              () -> sandbox.client().resource(route(wrong)).update());
      assertEquals(422, e.getCode());
    }
  }

  @Test
  public void strategicMergeIsForBuiltInTypesOnly() {
    HTTPRoute created = sandbox.client().resource(entry("blue")).create();
    KubernetesClientException e =
        assertThrows(
            KubernetesClientException.class,
            () ->
                sandbox
                    .client()
                    .resource(created)
                    .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"spec\":{}}"));
    assertEquals(415, e.getCode());
  }

  private void deployBoth(String colour) throws Exception {
    sandbox.deploy("frontend", colour, 1);
    sandbox.deploy("backend", colour, 1);
  }

  private String header(String path, String name) throws Exception {
    return sandbox.get(path).headers().firstValue(name).orElse("");
  }

  private int status(String host) throws Exception {
    return PublicSocket.status(sandbox.cluster(), host, "/api");
  }

  private HTTPRoute read() {
    return sandbox.client().resource(entry("blue")).get();
  }

  private Condition condition(String type) {
    return Optional.ofNullable(read().getStatus()).stream()
        .flatMap(status -> status.getParents().stream())
        .flatMap(parent -> parent.getConditions().stream())
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElseGet(Condition::new);
  }

  private void patchHost(String host) {
    sandbox
        .client()
        .resource(entry("blue"))
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"hostnames\":[\"" + host + "\"]}}");
  }

  private static String replace(int rule, String service) {
    return "{\"op\":\"replace\",\"path\":\"/spec/rules/"
        + rule
        + "/backendRefs/0/name\",\"value\":\""
        + service
        + "\"}";
  }

  private static Gateway in(String namespace, Gateway gateway) {
    return new GatewayBuilder(gateway)
        .editMetadata()
        .withNamespace(namespace)
        .endMetadata()
        .build();
  }

  private static Gateway gateway(String host, String from) {
    return new GatewayBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("entry")
        .endMetadata()
        .withNewSpec()
        .withGatewayClassName("sandbox")
        .addNewListener()
        .withName("http")
        .withPort(80)
        .withProtocol("HTTP")
        .withHostname(host)
        .withNewAllowedRoutes()
        .withNewNamespaces()
        .withFrom(from)
        .endNamespaces()
        .endAllowedRoutes()
        .endListener()
        .endSpec()
        .build();
  }

  /** The stable entry: {@code /} to the frontend, {@code /api} to the backend. */
  private static HTTPRoute entry(String colour) {
    return route(
        rule("PathPrefix", "/", to("frontend", colour, 1)),
        rule("PathPrefix", "/api", to("backend", colour, 1)));
  }

  private static HTTPRoute route(HTTPRouteRule... rules) {
    return new HTTPRouteBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("austa-production")
        .endMetadata()
        .withNewSpec()
        .addNewParentRef()
        .withName("entry")
        .endParentRef()
        .withRules(rules)
        .endSpec()
        .build();
  }

  private static HTTPRouteRule rule(String type, String path, HTTPBackendRef... backends) {
    return new HTTPRouteRuleBuilder()
        .addNewMatch()
        .withNewPath(type, path)
        .endMatch()
        .withBackendRefs(backends)
        .build();
  }

  /** Without its weight when that is the default. */
  private static HTTPBackendRef to(String service, String colour, int weight) {
    return new HTTPBackendRefBuilder()
        .withName(Platform.name(service, colour))
        .withPort(80)
        .withWeight(weight == 1 ? null : Integer.valueOf(weight))
        .build();
  }
}
