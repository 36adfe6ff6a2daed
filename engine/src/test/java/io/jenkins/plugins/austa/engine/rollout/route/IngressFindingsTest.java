package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.After;
import org.junit.Test;

/**
 * What lies about on a cluster and makes a switch lose requests, whatever the entry itself says.
 */
public class IngressFindingsTest {

  private static final RolloutTarget TARGET = TestRelease.TARGET;
  private static final String BACKEND = "austa-production-backend";

  private final MockApiServer api = new MockApiServer();
  private final IngressRouter router = new IngressRouter(api.client(), TARGET);
  private final ServiceRouter services = new ServiceRouter(api.client(), TARGET);

  @After
  public void close() {
    api.close();
  }

  @Test
  public void anIngressOfNoKnownControllerIsFine() {
    ingressClass("traefik", "traefik.io/ingress-controller", false);
    entry(it -> it.editSpec().withIngressClassName("traefik").endSpec());

    assertEquals(List.of(), findings());
  }

  @Test
  public void aControllerThatLosesRequestsAtAChangeOfTheIngressIsRefused() {
    ingressClass("nginx", "k8s.io/ingress-nginx", false);
    entry(it -> it.editSpec().withIngressClassName("nginx").endSpec());

    String text = onlyRefusal(findings());

    assertTrue(text, text.startsWith("Ingress austa-cockpit-production/austa-production: behind"));
    assertTrue(text, text.contains("503"));
    assertTrue(text, text.contains("Set router: service"));
  }

  @Test
  public void aClassThatOnlySoundsLikeItIsNot() {
    ingressClass("nginx", "nginx.org/ingress-controller", false);
    entry(it -> it.editSpec().withIngressClassName("nginx").endSpec());

    assertEquals(List.of(), findings());
  }

  @Test
  public void controllersAreKnownByTheirMarksWhenTheirClassCannotBeRead() {
    api.fault(
        (method, path) ->
            path.contains("/ingressclasses") ? MockApiServer.status(403) : Optional.empty());
    entry(it -> it.editMetadata().addToFinalizers("ingress.k8s.aws/resources").endMetadata());
    assertTrue(onlyRefusal(findings()).contains("AWS Load Balancer Controller"));

    replace(
        it ->
            it.editMetadata()
                .withFinalizers()
                .addToAnnotations("kubernetes.io/ingress.class", "gce")
                .endMetadata());
    assertTrue(onlyRefusal(findings()).contains("GKE"));

    replace(
        it ->
            it.editMetadata()
                .removeFromAnnotations("kubernetes.io/ingress.class")
                .addToFinalizers("networking.gke.io/ingress-finalizer-V2")
                .endMetadata());
    assertTrue(onlyRefusal(findings()).contains("GKE"));
  }

  @Test
  public void lossesCanBeAccepted() {
    entry(
        it ->
            it.editMetadata()
                .addToAnnotations("kubernetes.io/ingress.class", "azure/application-gateway")
                .addToAnnotations("austa.io/accept-lost-requests", "true")
                .endMetadata());

    List<EntryFinding> findings = findings();

    assertEquals(findings.toString(), 1, findings.size());
    assertFalse(findings.toString(), findings.get(0).refuses());
    assertTrue(findings.toString(), findings.get(0).text().contains("It is accepted by"));
  }

  @Test
  public void aDefaultClassThatLosesRequestsIsWarnedOfBeforeTheEntryIsMade() {
    ingressClass("other", "k8s.io/ingress-nginx", false);
    assertEquals(List.of(), findings());

    ingressClass("alb", "ingress.k8s.aws/alb", true);
    List<EntryFinding> findings = findings();
    assertEquals(findings.toString(), 1, findings.size());
    assertFalse("nobody is on it yet", findings.get(0).refuses());
    assertTrue(findings.get(0).text(), findings.get(0).text().contains("will be refused"));
  }

  @Test
  public void aCanaryThatSplitsUsersByHandIsRefused() {
    entry(it -> it);
    create(
        new IngressBuilder(new IngressEntry(TARGET).created(Colour.GREEN))
            .editMetadata()
            .withName("canary")
            .addToAnnotations("nginx.ingress.kubernetes.io/canary", "true")
            .addToAnnotations("nginx.ingress.kubernetes.io/canary-weight", "10")
            .endMetadata()
            .build());

    String text = onlyRefusal(findings());

    assertTrue(
        text, text.contains("Ingress austa-cockpit-production/canary splits users of */ and"));
  }

  @Test
  public void anotherIngressForTheSamePathIsRefusedAndOneForAnotherHostIsNot() {
    entry(it -> it);
    create(
        new IngressBuilder(new IngressEntry(TARGET).created(Colour.GREEN))
            .editMetadata()
            .withName("old")
            .endMetadata()
            .editSpec()
            .editFirstRule()
            .withHost("old.example")
            .endRule()
            .endSpec()
            .build());
    assertEquals(List.of(), findings());

    create(
        new IngressBuilder(new IngressEntry(TARGET).created(Colour.GREEN))
            .editMetadata()
            .withName("twin")
            .endMetadata()
            .build());
    assertTrue(onlyRefusal(findings()).contains("/twin is for */ and */api as well"));
  }

  @Test
  public void aServiceOfTheActiveColourWithAnotherSelectorIsRefused() {
    entry(it -> it);
    api.client()
        .resource(
            new ServiceBuilder()
                .withNewMetadata()
                .withName("austa-production-backend-blue")
                .withNamespace(TARGET.namespace())
                .endMetadata()
                .withNewSpec()
                .withSelector(
                    Map.of(
                        "app.kubernetes.io/name", "backend",
                        "app.kubernetes.io/instance", "austa-production-green"))
                .endSpec()
                .build())
        .create();

    String text = onlyRefusal(findings());

    assertTrue(text, text.contains("its selector was changed: it is {app.kubernetes.io/instance="));
  }

  @Test
  public void noRightToLookIsNoFinding() {
    entry(it -> it);
    api.fault(
        (method, path) ->
            path.endsWith("/ingresses") || path.contains("/ingressclasses")
                ? MockApiServer.status(403)
                : Optional.empty());

    assertEquals(List.of(), findings());
  }

  @Test
  public void stableServicesAreSafeBehindNginxAndBehindNodePorts() {
    services.switchTo(Colour.BLUE, services.read());
    ingressClass("nginx", "k8s.io/ingress-nginx", false);
    ingressClass("alb", "ingress.k8s.aws/alb", false);
    create(leading("nginx", "nginx", Map.of()));
    create(leading("nodes", "alb", Map.of()));

    assertEquals(List.of(), services.findings(services.read()));
  }

  @Test
  public void stableServicesAreNotSafeBehindALoadBalancerThatKnowsThePods() {
    services.switchTo(Colour.BLUE, services.read());
    ingressClass("alb", "ingress.k8s.aws/alb", false);
    create(leading("pods", "alb", Map.of("alb.ingress.kubernetes.io/target-type", "ip")));

    String text = onlyRefusal(services.findings(services.read()));

    assertTrue(text, text.startsWith("Ingress austa-cockpit-production/pods: behind the AWS"));
    assertTrue(text, text.contains("node ports"));
  }

  private Ingress leading(String name, String className, Map<String, String> annotations) {
    return new IngressBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(TARGET.namespace())
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withIngressClassName(className)
        .addNewRule()
        .withNewHttp()
        .addNewPath()
        .withPath("/api")
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(BACKEND)
        .endService()
        .endBackend()
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  private void ingressClass(String name, String controller, boolean byDefault) {
    api.client()
        .resource(
            new IngressClassBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations(
                    "ingressclass.kubernetes.io/is-default-class", String.valueOf(byDefault))
                .endMetadata()
                .withNewSpec()
                .withController(controller)
                .endSpec()
                .build())
        .create();
  }

  private void entry(UnaryOperator<IngressBuilder> edit) {
    create(edit.apply(new IngressBuilder(new IngressEntry(TARGET).created(Colour.BLUE))).build());
  }

  private void replace(UnaryOperator<IngressBuilder> edit) {
    Ingress now =
        api.client()
            .network()
            .v1()
            .ingresses()
            .inNamespace(TARGET.namespace())
            .withName(TARGET.entryName())
            .get();
    api.client().resource(edit.apply(new IngressBuilder(now)).build()).update();
  }

  private void create(Ingress ingress) {
    api.client().resource(ingress).create();
  }

  private List<EntryFinding> findings() {
    return router.findings(router.read());
  }

  private static String onlyRefusal(List<EntryFinding> findings) {
    assertEquals(findings.toString(), 1, findings.size());
    assertTrue(findings.toString(), findings.get(0).refuses());
    return findings.get(0).text();
  }
}
