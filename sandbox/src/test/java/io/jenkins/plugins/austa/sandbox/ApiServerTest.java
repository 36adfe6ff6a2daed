package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static io.jenkins.plugins.austa.sandbox.Platform.NAMESPACE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import org.junit.Rule;
import org.junit.Test;

/** What fabric8's mock server lacks or does otherwise than a real API server: a test a gap. */
public class ApiServerTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void strategicMergeMergesContainersByName() {
    Deployment deployment = sandbox.client().resource(unscheduled()).create();
    Deployment patched =
        sandbox
            .client()
            .resource(deployment)
            .patch(
                PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":["
                    + "{\"name\":\"backend\",\"image\":\"new\"},"
                    + "{\"name\":\"sidecar\",\"image\":\"s\"}]}}}}");
    var containers = patched.getSpec().getTemplate().getSpec().getContainers();
    assertEquals(2, containers.size());
    assertEquals("new", containers.get(0).getImage());
    assertEquals("AUSTA_SERVICE", containers.get(0).getEnv().get(0).getName());
    assertEquals("sidecar", containers.get(1).getName());
  }

  @Test
  public void strategicMergeDeletesByDirective() {
    Deployment deployment = sandbox.client().resource(unscheduled()).create();
    Deployment patched =
        sandbox
            .client()
            .resource(deployment)
            .patch(
                PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"metadata\":{\"labels\":{\"austa.io/revision\":null}},"
                    + "\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"backend\","
                    + "\"env\":[{\"name\":\"AUSTA_COLOUR\",\"$patch\":\"delete\"}]}]}}}}");
    assertFalse(patched.getMetadata().getLabels().containsKey("austa.io/revision"));
    var env = patched.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv();
    assertTrue(env.stream().noneMatch(v -> v.getName().equals("AUSTA_COLOUR")));
    assertEquals(2, env.size());
  }

  @Test
  public void serverSideApplyCreatesUpdatesAndRemovesWhatIsNoLongerApplied() {
    sandbox.client().resource(configMap("a", "1")).serverSideApply();
    sandbox
        .client()
        .resource(configMap("a", "1"))
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"foreign\":\"x\"}}");
    ConfigMap second = sandbox.client().resource(configMap("b", "2")).serverSideApply();
    assertEquals(java.util.Map.of("b", "2", "foreign", "x"), second.getData());
  }

  @Test
  public void dryRunAnswersAsIfAndStoresNothing() {
    ConfigMap answered = sandbox.client().resource(configMap("a", "1")).dryRun().create();
    assertEquals("1", answered.getData().get("a"));
    assertNull(sandbox.client().resource(configMap("a", "1")).get());

    sandbox.client().resource(configMap("a", "1")).create();
    sandbox.client().resource(configMap("a", "2")).dryRun().update();
    sandbox
        .client()
        .resource(configMap("a", "1"))
        .dryRun()
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"a\":\"3\"}}");
    sandbox.client().resource(configMap("a", "1")).dryRun().delete();
    assertEquals("1", sandbox.client().resource(configMap("a", "1")).get().getData().get("a"));
  }

  @Test
  public void failingJsonPatchTestIsRefusedAtOnce() {
    sandbox.client().resource(configMap("a", "1")).create();
    KubernetesClientException e =
        assertThrows(
            KubernetesClientException.class,
            () ->
                jsonPatch(
                    "[{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"other\"},"
                        + "{\"op\":\"replace\",\"path\":\"/data/a\",\"value\":\"2\"}]"));
    assertEquals(422, e.getCode());
    assertEquals(
        "2",
        jsonPatch(
                "[{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"1\"},"
                    + "{\"op\":\"replace\",\"path\":\"/data/a\",\"value\":\"2\"}]")
            .getData()
            .get("a"));
  }

  @Test
  public void generationCountsChangesOfTheSpecOnly() {
    Deployment deployment = sandbox.client().resource(unscheduled()).create();
    assertEquals(Long.valueOf(1), deployment.getMetadata().getGeneration());
    merge(deployment, "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}");
    assertEquals(Long.valueOf(1), read(deployment).getMetadata().getGeneration());
    merge(deployment, "{\"spec\":{\"minReadySeconds\":1}}");
    assertEquals(Long.valueOf(2), read(deployment).getMetadata().getGeneration());
    sandbox
        .client()
        .resource(
            new DeploymentBuilder(read(deployment)).editSpec().withPaused(true).endSpec().build())
        .update();
    assertEquals(Long.valueOf(3), read(deployment).getMetadata().getGeneration());
  }

  @Test
  public void statusIsWrittenThroughItsSubresourceOnly() {
    Deployment deployment = sandbox.client().resource(unscheduled()).create();
    eventuallyObserved(deployment);
    merge(deployment, "{\"status\":{\"replicas\":99}}");
    assertEquals(Integer.valueOf(0), read(deployment).getStatus().getReplicas());
  }

  @Test
  public void setBasedSelectorsSelect() {
    for (String name : new String[] {"a", "b", "c"}) {
      ConfigMap map = configMap("k", "v");
      map.getMetadata().setName(name);
      map.getMetadata().setLabels(java.util.Map.of("is", name));
      sandbox.client().resource(map).create();
    }
    var maps = sandbox.client().configMaps().inNamespace("ns");
    assertEquals(2, maps.withLabelIn("is", "a", "b").list().getItems().size());
    assertEquals(1, maps.withLabelNotIn("is", "a", "b").list().getItems().size());
    assertEquals(3, maps.withLabel("is").list().getItems().size());
    assertEquals(0, maps.withoutLabel("is").list().getItems().size());
    assertEquals(
        "b", maps.withField("metadata.name", "b").list().getItems().get(0).getMetadata().getName());
  }

  @Test
  public void selectorOfADeploymentIsImmutable() {
    Deployment deployment = sandbox.client().resource(unscheduled()).create();
    KubernetesClientException e =
        assertThrows(
            KubernetesClientException.class,
            () ->
                merge(
                    deployment,
                    "{\"spec\":{\"selector\":{\"matchLabels\":{\"hand\":\"edited\"}}}}"));
    assertEquals(422, e.getCode());
  }

  @Test
  public void unknownTypesAndObjectsAre404WithAStatus() throws Exception {
    assertEquals(404, sandbox.api("/apis/nowhere.io/v1/things").statusCode());
    var missing = sandbox.api("/api/v1/namespaces/ns/configmaps/none");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.body().contains("\"kind\":\"Status\""));
  }

  @Test
  public void clientsFindTheTypesByDiscovery() {
    assertTrue(sandbox.client().supports(Deployment.class));
    assertTrue(sandbox.client().supports(HTTPRoute.class));
    assertNotNull(sandbox.client().getKubernetesVersion().getMinor());
  }

  @Test
  public void accessReviewsAllowWhatIsNotDenied() {
    assertTrue(review("patch", "ingresses").getStatus().getAllowed());
    sandbox.cluster().faults().deny(ApiMatch.any().withVerb("patch").withKind("ingresses"));
    assertFalse(review("patch", "ingresses").getStatus().getAllowed());
    assertTrue(review("get", "ingresses").getStatus().getAllowed());
  }

  @Test
  public void scaleSubresourceReadsAndWritesReplicas() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.scale("backend", "blue", 2);
    sandbox.awaitAvailable("backend", "blue", 2);
    assertTrue(
        sandbox
            .api(
                "/apis/apps/v1/namespaces/"
                    + NAMESPACE
                    + "/deployments/"
                    + Platform.name("backend", "blue")
                    + "/scale")
            .body()
            .contains("\"replicas\":2"));
  }

  @Test
  public void whatIsOwnedGoesWithItsOwner() throws Exception {
    sandbox.deploy("backend", "blue", 2);
    sandbox.client().resource(Platform.deployment("backend", "blue", 2)).delete();
    sandbox.client().resource(Platform.service("backend", "blue")).delete();
    eventually(
        "nothing is left",
        () ->
            sandbox.client().pods().inNamespace(NAMESPACE).list().getItems().isEmpty()
                && sandbox.client().apps().replicaSets().list().getItems().isEmpty()
                && sandbox.client().endpoints().inAnyNamespace().list().getItems().isEmpty());
  }

  @Test
  public void deletedPodIsTerminatingUntilItsServerIsDone() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    var pods = sandbox.client().pods().inNamespace(NAMESPACE);
    String name = pods.list().getItems().get(0).getMetadata().getName();
    pods.withName(name).delete();
    assertNotNull(pods.withName(name).get().getMetadata().getDeletionTimestamp());
    eventually("the pod is gone", () -> pods.withName(name).get() == null);
  }

  @Test
  public void aDeletionNamesTheGraceAndASecondCanShortenIt() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    sandbox.client().resource(Platform.ingress("blue")).create();
    eventually("it serves", () -> sandbox.get("/api").statusCode() == 200);
    var pods = sandbox.client().pods().inNamespace(NAMESPACE);
    var pod = pods.withName(pods.list().getItems().get(0).getMetadata().getName());
    sandbox
        .cluster()
        .faults()
        .slow(Platform.selector("backend", "blue"), java.time.Duration.ofSeconds(9));
    var answer =
        sandbox
            .apiClient()
            .sendAsync(
                java.net.http.HttpRequest.newBuilder(
                        sandbox.cluster().publicEntry().resolve("/api"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.discarding());
    java.time.Instant before = java.time.Instant.now();
    pod.delete();
    var metadata = pod.get().getMetadata();
    assertEquals(Long.valueOf(30), metadata.getDeletionGracePeriodSeconds());
    assertTrue(
        java.time.Instant.parse(metadata.getDeletionTimestamp()).isAfter(before.plusSeconds(28)));
    pod.withGracePeriod(60).delete();
    assertEquals(Long.valueOf(30), pod.get().getMetadata().getDeletionGracePeriodSeconds());
    pod.withGracePeriod(1).delete();
    assertEquals(Long.valueOf(1), pod.get().getMetadata().getDeletionGracePeriodSeconds());
    eventually("it is gone", () -> pod.get() == null);
    assertTrue(answer.join().statusCode() >= 500);
  }

  @Test
  public void graceOfZeroEndsAPodAtOnce() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    var pods = sandbox.client().pods().inNamespace(NAMESPACE);
    String name = pods.list().getItems().get(0).getMetadata().getName();
    pods.withName(name).withGracePeriod(0).delete();
    assertNull(pods.withName(name).get());
  }

  @Test
  public void namespacesComeIntoBeingWhenUsed() {
    sandbox.client().resource(configMap("a", "1")).create();
    assertNotNull(sandbox.client().namespaces().withName("ns").get());
    assertTrue(
        sandbox.client().namespaces().list().getItems().stream()
            .anyMatch(n -> n.getMetadata().getName().equals("ns")));
  }

  private SelfSubjectAccessReview review(String verb, String resource) {
    return sandbox
        .client()
        .authorization()
        .v1()
        .selfSubjectAccessReview()
        .create(
            new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace("ns")
                .withVerb(verb)
                .withGroup("networking.k8s.io")
                .withResource(resource)
                .endResourceAttributes()
                .endSpec()
                .build());
  }

  private void eventuallyObserved(Deployment deployment) {
    sandbox
        .client()
        .resource(deployment)
        .waitUntilCondition(
            d -> d.getStatus() != null && d.getStatus().getObservedGeneration() != null,
            5,
            java.util.concurrent.TimeUnit.SECONDS);
  }

  private ConfigMap jsonPatch(String patch) {
    return sandbox
        .client()
        .resource(configMap("a", "1"))
        .patch(PatchContext.of(PatchType.JSON), patch);
  }

  private void merge(Deployment deployment, String patch) {
    sandbox.client().resource(deployment).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private Deployment read(Deployment deployment) {
    return sandbox.client().resource(deployment).get();
  }

  private static Deployment unscheduled() {
    Deployment deployment = Platform.deployment("backend", "blue", 0);
    deployment
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .replaceAll(c -> new ContainerBuilder(c).withImage("old").build());
    return deployment;
  }

  private static ConfigMap configMap(String key, String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName("map")
        .endMetadata()
        .addToData(key, value)
        .build();
  }
}
