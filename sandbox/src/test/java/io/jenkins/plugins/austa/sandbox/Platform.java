package io.jenkins.plugins.austa.sandbox;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.Map;

/** The objects of one service in one colour, named and labelled as the chart does it. */
final class Platform {
  static final String NAMESPACE = "austa-cockpit-production";

  private Platform() {}

  static String name(String service, String colour) {
    return "austa-production-" + service + "-" + colour;
  }

  static Map<String, String> labels(String service, String colour) {
    return Map.of(
        "app.kubernetes.io/name",
        service,
        "app.kubernetes.io/instance",
        "austa-production-" + colour,
        "austa.io/release",
        "austa-production",
        "austa.io/colour",
        colour,
        "austa.io/revision",
        "7");
  }

  static Map<String, String> selector(String service, String colour) {
    return Map.of(
        "app.kubernetes.io/name",
        service,
        "app.kubernetes.io/instance",
        "austa-production-" + colour);
  }

  static Deployment deployment(String service, String colour, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name(service, colour))
        .withLabels(labels(service, colour))
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewSelector()
        .withMatchLabels(selector(service, colour))
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels(service, colour))
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(service)
        .withImage("registry.example/" + service + ":7")
        .addToEnv(
            new EnvVar("AUSTA_SERVICE", service, null),
            new EnvVar("AUSTA_COLOUR", colour, null),
            new EnvVar("AUSTA_REVISION", "7", null))
        .addNewPort()
        .withName("http")
        .withContainerPort(8080)
        .endPort()
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath("/healthz")
        .withPort(new IntOrString("http"))
        .endHttpGet()
        .endReadinessProbe()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  static Service service(String service, String colour) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name(service, colour))
        .withLabels(labels(service, colour))
        .endMetadata()
        .withNewSpec()
        .withSelector(selector(service, colour))
        .addNewPort()
        .withName("http")
        .withPort(80)
        .withTargetPort(new IntOrString("http"))
        .endPort()
        .endSpec()
        .build();
  }

  /** The stable entry: {@code /} to the frontend, {@code /api} to the backend. */
  static Ingress ingress(String colour) {
    return new IngressBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName("austa-production")
        .endMetadata()
        .withNewSpec()
        .addNewRule()
        .withNewHttp()
        .addNewPath()
        .withPath("/")
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(name("frontend", colour))
        .withNewPort("http", null)
        .endService()
        .endBackend()
        .endPath()
        .addNewPath()
        .withPath("/api")
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(name("backend", colour))
        .withNewPort(null, 80)
        .endService()
        .endBackend()
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }
}
