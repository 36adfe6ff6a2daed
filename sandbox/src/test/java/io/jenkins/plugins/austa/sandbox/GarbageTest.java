package io.jenkins.plugins.austa.sandbox;

import static io.jenkins.plugins.austa.sandbox.Eventually.eventually;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/** What becomes of objects whose owners go. */
public class GarbageTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void anObjectStaysUntilItsLastOwnerIsGone() throws Exception {
    ConfigMap one = create("one");
    ConfigMap two = create("two");
    create("owned", one, two);
    create("witness", one);
    delete("one", DeletionPropagation.BACKGROUND);
    eventually("the collector has passed", () -> get("witness") == null);
    assertNotNull(get("owned"));
    delete("two", DeletionPropagation.BACKGROUND);
    eventually("it is collected", () -> get("owned") == null);
  }

  @Test
  public void anObjectWhoseOwnerNeverWasIsCollected() throws Exception {
    ConfigMap owner = create("owner");
    delete("owner", DeletionPropagation.BACKGROUND);
    create("late", owner);
    eventually("it is collected", () -> get("late") == null);
  }

  @Test
  public void inTheForegroundTheOwnerGoesLast() throws Exception {
    sandbox.deploy("backend", "blue", 1);
    var deployment = sandbox.client().resource(Platform.deployment("backend", "blue", 1));
    deployment.withPropagationPolicy(DeletionPropagation.FOREGROUND).delete();
    var marked = deployment.get();
    assertNotNull(marked.getMetadata().getDeletionTimestamp());
    assertEquals(List.of("foregroundDeletion"), marked.getMetadata().getFinalizers());
    eventually("it is gone", () -> deployment.get() == null);
    assertEquals(0, sandbox.client().apps().replicaSets().list().getItems().size());
    assertEquals(
        0, sandbox.client().pods().inNamespace(Platform.NAMESPACE).list().getItems().size());
  }

  @Test
  public void orphansStay() throws Exception {
    ConfigMap owner = create("owner");
    create("owned", owner);
    create("other", create("witness-owner"));
    delete("owner", DeletionPropagation.ORPHAN);
    delete("witness-owner", DeletionPropagation.BACKGROUND);
    eventually("the collector has passed", () -> get("other") == null);
    assertEquals(List.of(), get("owned").getMetadata().getOwnerReferences());
    assertNull(get("owner"));
  }

  private ConfigMap get(String name) {
    return sandbox.client().configMaps().inNamespace("ns").withName(name).get();
  }

  private void delete(String name, DeletionPropagation how) {
    sandbox
        .client()
        .configMaps()
        .inNamespace("ns")
        .withName(name)
        .withPropagationPolicy(how)
        .delete();
  }

  private ConfigMap create(String name, ConfigMap... owners) {
    return sandbox
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("ns")
                .withName(name)
                .withOwnerReferences(
                    java.util.Arrays.stream(owners).map(GarbageTest::reference).toList())
                .endMetadata()
                .build())
        .create();
  }

  private static OwnerReference reference(ConfigMap owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion("v1")
        .withKind("ConfigMap")
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .build();
  }
}
