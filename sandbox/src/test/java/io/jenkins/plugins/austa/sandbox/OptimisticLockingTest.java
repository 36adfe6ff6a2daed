package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.Rule;
import org.junit.Test;

public class OptimisticLockingTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void staleUpdateOfAConfigMapIsAConflict() {
    ConfigMap first = sandbox.client().resource(configMap("a")).create();
    ConfigMap second =
        sandbox.client().resource(new ConfigMapBuilder(first).addToData("k", "b").build()).update();
    assertNotEquals(
        first.getMetadata().getResourceVersion(), second.getMetadata().getResourceVersion());

    ConfigMap stale = new ConfigMapBuilder(first).addToData("k", "c").build();
    assertConflict(() -> sandbox.client().resource(stale).update());
    assertEquals("b", sandbox.client().resource(stale).get().getData().get("k"));
  }

  @Test
  public void staleUpdateOfALeaseIsAConflict() {
    Lease first = sandbox.client().resource(lease("one")).create();
    sandbox.client().resource(held(first, "two")).update();
    assertConflict(() -> sandbox.client().resource(held(first, "three")).update());
    assertEquals("two", sandbox.client().resource(first).get().getSpec().getHolderIdentity());
  }

  @Test
  public void staleMergePatchIsAConflictAndOneWithoutVersionIsNot() {
    ConfigMap first = sandbox.client().resource(configMap("a")).create();
    Lease lease = sandbox.client().resource(lease("one")).create();
    String version = first.getMetadata().getResourceVersion();
    merge(first, "{\"metadata\":{\"resourceVersion\":\"" + version + "\"},\"data\":{\"k\":\"b\"}}");
    merge(lease, "{\"spec\":{\"holderIdentity\":\"two\"}}");

    assertConflict(
        () ->
            merge(
                first,
                "{\"metadata\":{\"resourceVersion\":\"" + version + "\"},\"data\":{\"k\":\"c\"}}"));
    assertConflict(
        () ->
            merge(
                lease,
                "{\"metadata\":{\"resourceVersion\":\""
                    + lease.getMetadata().getResourceVersion()
                    + "\"},\"spec\":{\"holderIdentity\":\"three\"}}"));
    merge(first, "{\"data\":{\"k\":\"d\"}}");
    assertEquals("d", sandbox.client().resource(first).get().getData().get("k"));
  }

  @Test
  public void anUpdateThatChangesNothingKeepsTheVersion() {
    ConfigMap first = sandbox.client().resource(configMap("a")).create();
    ConfigMap again = sandbox.client().resource(first).update();
    assertEquals(
        first.getMetadata().getResourceVersion(), again.getMetadata().getResourceVersion());
  }

  @Test
  public void creatingWhatExistsIsAConflict() {
    sandbox.client().resource(configMap("a")).create();
    assertConflict(() -> sandbox.client().resource(configMap("b")).create());
  }

  private void merge(HasMetadata object, String patch) {
    sandbox.client().resource(object).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private static void assertConflict(Runnable write) {
    KubernetesClientException e = assertThrows(KubernetesClientException.class, write::run);
    assertEquals(409, e.getCode());
  }

  private static ConfigMap configMap(String value) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName("record")
        .endMetadata()
        .addToData("k", value)
        .build();
  }

  private static Lease lease(String holder) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName("record")
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(holder)
        .endSpec()
        .build();
  }

  private static Lease held(Lease lease, String holder) {
    return new LeaseBuilder(lease).editSpec().withHolderIdentity(holder).endSpec().build();
  }
}
