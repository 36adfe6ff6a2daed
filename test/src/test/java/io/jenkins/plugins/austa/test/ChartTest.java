package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the chart makes of a colour of production, and of rolling staging. */
public class ChartTest {

  private static final Map<String, String> SELECTOR =
      Map.of(
          "app.kubernetes.io/name", "backend",
          "app.kubernetes.io/instance", "austa-production-green");
  private static final Map<String, String> LABELS =
      Map.of(
          "app.kubernetes.io/name", "backend",
          "app.kubernetes.io/instance", "austa-production-green",
          "app.kubernetes.io/part-of", "austa-cockpit",
          "app.kubernetes.io/managed-by", "Helm",
          "austa.io/release", "austa-production",
          "austa.io/colour", "green",
          "austa.io/revision", "7");

  private static RenderedChart green;
  private static RenderedChart staging;

  @BeforeClass
  public static void renderBothShapes() throws IOException {
    Path values = Path.of("src", "test", "resources", "chart");
    green = RenderedChart.of("austa-production-green", values.resolve("production-green.yaml"));
    staging = RenderedChart.of("austa-staging", values.resolve("staging.yaml"));
  }

  @Test
  public void namesTheObjectsOfAColourAndMakesNoEntryForIt() {
    assertEquals(
        List.of(
            "Deployment austa-production-ai-service-green",
            "Deployment austa-production-backend-green",
            "Deployment austa-production-frontend-green",
            "HorizontalPodAutoscaler austa-production-frontend-green",
            "PodDisruptionBudget austa-production-frontend-green",
            "Service austa-production-ai-service-green",
            "Service austa-production-backend-green",
            "Service austa-production-frontend-green"),
        green.names());
  }

  @Test
  public void namesTheObjectsOfARollingReleaseWithoutAColour() {
    assertEquals(
        List.of(
            "Deployment austa-staging-ai-service",
            "Deployment austa-staging-backend",
            "Deployment austa-staging-frontend",
            "HorizontalPodAutoscaler austa-staging-frontend",
            "Ingress austa-staging",
            "Service austa-staging-ai-service",
            "Service austa-staging-backend",
            "Service austa-staging-frontend"),
        staging.names());
  }

  @Test
  public void labelsDeploymentPodsAndServiceAndSelectsByNameAndInstanceAlone() {
    Deployment deployment = backend();
    Service service = green.get(Service.class, "austa-production-backend-green");

    assertEquals("austa-cockpit", deployment.getMetadata().getNamespace());
    assertEquals(LABELS, deployment.getMetadata().getLabels());
    assertEquals(LABELS, deployment.getSpec().getTemplate().getMetadata().getLabels());
    assertEquals(LABELS, service.getMetadata().getLabels());
    assertEquals(SELECTOR, deployment.getSpec().getSelector().getMatchLabels());
    assertEquals(SELECTOR, service.getSpec().getSelector());
  }

  @Test
  public void aRollingReleaseHasNoColourButSaysSoToItsServices() {
    Deployment deployment = staging.get(Deployment.class, "austa-staging-backend");

    assertFalse(deployment.getMetadata().getLabels().containsKey("austa.io/colour"));
    assertEquals("12", deployment.getMetadata().getLabels().get("austa.io/revision"));
    assertEquals(
        List.of("AUSTA_SERVICE=backend", "AUSTA_COLOUR=none", "AUSTA_REVISION=12", "PORT=8080"),
        environment(deployment));
  }

  @Test
  public void givesTheContainerItsIdentityPortAndSecrets() {
    Container container = container(backend());

    assertEquals(
        List.of(
            "AUSTA_SERVICE=backend",
            "AUSTA_COLOUR=green",
            "AUSTA_REVISION=7",
            "PORT=9090",
            "DATABASE_URL=backend/DATABASE_URL",
            "LOG_LEVEL=info"),
        environment(backend()));
    assertEquals(9090, container.getPorts().get(0).getContainerPort().intValue());
    assertEquals("http", container.getPorts().get(0).getName());
    assertEquals("256Mi", container.getResources().getLimits().get("memory").toString());
    assertTrue(container.getImage().startsWith("registry.example.org/cockpit/backend@sha256:"));
  }

  @Test
  public void publishesEveryServiceOnPort80() {
    var port =
        green.get(Service.class, "austa-production-backend-green").getSpec().getPorts().get(0);

    assertEquals("http", port.getName());
    assertEquals(80, port.getPort().intValue());
    assertEquals(new IntOrString("http"), port.getTargetPort());
  }

  @Test
  public void asksForHealthBeforeTrafficAndForLifeAfterwards() {
    Container container = container(backend());

    assertEquals("/api/healthz http", target(container.getStartupProbe()));
    assertEquals("/api/healthz http", target(container.getReadinessProbe()));
    assertEquals("/livez http", target(container.getLivenessProbe()));
    assertEquals("/healthz http", target(container(frontend()).getLivenessProbe()));
  }

  @Test
  public void losesNoRequestWhenPodsAreReplaced() {
    var rolling = backend().getSpec().getStrategy().getRollingUpdate();
    PodSpec pod = pod(backend());

    assertEquals(new IntOrString(0), rolling.getMaxUnavailable());
    assertEquals(
        10L, container(backend()).getLifecycle().getPreStop().getSleep().getSeconds().longValue());
    assertEquals(40L, pod.getTerminationGracePeriodSeconds().longValue());
  }

  @Test
  public void everyPodIsAsConfinedAsThePodSecurityStandardRestrictedAsks() {
    for (Deployment deployment : green.all(Deployment.class)) {
      PodSpec pod = pod(deployment);
      var confinement = container(deployment).getSecurityContext();

      assertTrue(pod.getSecurityContext().getRunAsNonRoot());
      assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
      assertFalse(pod.getAutomountServiceAccountToken());
      assertTrue(confinement.getReadOnlyRootFilesystem());
      assertFalse(confinement.getAllowPrivilegeEscalation());
      assertEquals(List.of("ALL"), confinement.getCapabilities().getDrop());
      assertEquals("/tmp", container(deployment).getVolumeMounts().get(0).getMountPath());
      assertEquals("64Mi", pod.getVolumes().get(0).getEmptyDir().getSizeLimit().toString());
    }
  }

  @Test
  public void anAutoscaledColourStartsWithItsReplicasAndARollingReleaseKeepsTheAutoscalers() {
    assertEquals(5, frontend().getSpec().getReplicas().intValue());
    assertNull(staging.get(Deployment.class, "austa-staging-frontend").getSpec().getReplicas());
    assertEquals("a colour may start empty", 0, backend().getSpec().getReplicas().intValue());
    assertEquals(
        1,
        staging.get(Deployment.class, "austa-staging-backend").getSpec().getReplicas().intValue());
  }

  @Test
  public void autoscalesAndBudgetsOnlyWhereAsked() {
    var autoscaler =
        green.get(HorizontalPodAutoscaler.class, "austa-production-frontend-green").getSpec();
    var budget = green.get(PodDisruptionBudget.class, "austa-production-frontend-green").getSpec();

    assertEquals("austa-production-frontend-green", autoscaler.getScaleTargetRef().getName());
    assertEquals(20, autoscaler.getMaxReplicas().intValue());
    assertEquals(new IntOrString(1), budget.getMaxUnavailable());
    assertEquals("frontend", budget.getSelector().getMatchLabels().get("app.kubernetes.io/name"));
  }

  @Test
  public void theEntryOfARollingReleaseSendsEachPrefixToItsService() {
    Ingress ingress = staging.get(Ingress.class, "austa-staging");
    var rule = ingress.getSpec().getRules().get(0);

    assertEquals("nginx", ingress.getSpec().getIngressClassName());
    assertEquals("staging.cockpit.example.org", rule.getHost());
    assertEquals("staging-tls", ingress.getSpec().getTls().get(0).getSecretName());
    assertEquals(
        List.of(
            "/ Prefix austa-staging-frontend:http",
            "/api Prefix austa-staging-backend:http",
            "/ai Prefix austa-staging-ai-service:http"),
        rule.getHttp().getPaths().stream()
            .map(
                path -> {
                  var service = path.getBackend().getService();
                  return "%s %s %s:%s"
                      .formatted(
                          path.getPath(),
                          path.getPathType(),
                          service.getName(),
                          service.getPort().getName());
                })
            .toList());
  }

  private static Deployment backend() {
    return green.get(Deployment.class, "austa-production-backend-green");
  }

  private static Deployment frontend() {
    return green.get(Deployment.class, "austa-production-frontend-green");
  }

  private static PodSpec pod(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec();
  }

  private static Container container(Deployment deployment) {
    return pod(deployment).getContainers().get(0);
  }

  private static List<String> environment(Deployment deployment) {
    return container(deployment).getEnv().stream().map(ChartTest::text).toList();
  }

  private static String text(EnvVar variable) {
    if (variable.getValueFrom() == null) {
      return variable.getName() + "=" + variable.getValue();
    }
    var secret = variable.getValueFrom().getSecretKeyRef();
    return variable.getName() + "=" + secret.getName() + "/" + secret.getKey();
  }

  private static String target(Probe probe) {
    return probe.getHttpGet().getPath() + " " + probe.getHttpGet().getPort().getStrVal();
  }
}
