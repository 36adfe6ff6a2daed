package io.jenkins.plugins.austa.bench.rollout;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.jenkins.plugins.austa.engine.rollout.Preparation;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.RolloutTarget;
import java.util.HashMap;
import java.util.Map;

/** Installs one colour as the chart does, without Helm, whose time is not what is measured. */
final class ColourChart {

  private static final String HTTP = "http";
  private static final int PORT = 80;
  private static final int CONTAINER_PORT = 8080;
  private static final int REPLICAS = 2;

  private final KubernetesClient client;
  private final RolloutTarget target;

  ColourChart(KubernetesClient client, RolloutTarget target) {
    this.client = client;
    this.target = target;
  }

  /** May be cut off anywhere and done again. */
  void install(Preparation preparation) {
    for (RolloutService service : target.services()) {
      apply(service(service, preparation));
      apply(deployment(service, preparation));
    }
  }

  private void apply(HasMetadata object) {
    client.resource(object).createOr(NonDeletingOperation::update);
  }

  private HasMetadata deployment(RolloutService service, Preparation preparation) {
    return new DeploymentBuilder()
        .withMetadata(named(service, preparation))
        .withNewSpec()
        .withReplicas(preparation.replicas().getOrDefault(service.name(), REPLICAS))
        .withNewSelector()
        .withMatchLabels(selector(service, preparation))
        .endSelector()
        .withTemplate(template(service, preparation))
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(RolloutService service, Preparation preparation) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels(service, preparation))
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(service.name())
        .withImage(preparation.revision().images().get(service.name()))
        .addToEnv(
            variable("AUSTA_SERVICE", service.name()),
            variable("AUSTA_COLOUR", preparation.colour().toString()),
            variable("AUSTA_REVISION", String.valueOf(preparation.revision().number())))
        .addNewPort()
        .withName(HTTP)
        .withContainerPort(CONTAINER_PORT)
        .endPort()
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath(service.healthPath())
        .withPort(new IntOrString(HTTP))
        .endHttpGet()
        .endReadinessProbe()
        .endContainer()
        .endSpec()
        .build();
  }

  private HasMetadata service(RolloutService service, Preparation preparation) {
    return new ServiceBuilder()
        .withMetadata(named(service, preparation))
        .withNewSpec()
        .withSelector(selector(service, preparation))
        .addNewPort()
        .withName(HTTP)
        .withPort(PORT)
        .withTargetPort(new IntOrString(HTTP))
        .endPort()
        .endSpec()
        .build();
  }

  private ObjectMeta named(RolloutService service, Preparation preparation) {
    return new ObjectMetaBuilder()
        .withNamespace(target.namespace())
        .withName(target.objectName(service, preparation.colour()))
        .withLabels(labels(service, preparation))
        .build();
  }

  private Map<String, String> labels(RolloutService service, Preparation preparation) {
    Map<String, String> labels = new HashMap<>(selector(service, preparation));
    labels.put("app.kubernetes.io/part-of", target.platform());
    labels.put("app.kubernetes.io/managed-by", "Helm");
    labels.put("austa.io/release", target.release());
    labels.put("austa.io/colour", preparation.colour().toString());
    labels.put("austa.io/revision", String.valueOf(preparation.revision().number()));
    return labels;
  }

  private static Map<String, String> selector(RolloutService service, Preparation preparation) {
    return Map.of(
        "app.kubernetes.io/name", service.name(),
        "app.kubernetes.io/instance", preparation.helmRelease());
  }

  private static EnvVar variable(String name, String value) {
    return new EnvVar(name, value, null);
  }
}
