package io.jenkins.plugins.austa.sandbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

/** Server-side apply by more than one manager. */
public class ApplyTest {
  @Rule public final ClusterRule sandbox = new ClusterRule();

  @Test
  public void anothersFieldIsAConflictThatNamesIt() {
    apply("helm", false, Map.of("a", "1", "b", "1"));
    KubernetesClientException e =
        assertThrows(
            KubernetesClientException.class, () -> apply("austa", false, Map.of("a", "2")));
    assertEquals(409, e.getCode());
    assertEquals(
        "Apply failed with 1 conflict: conflict with \"helm\": .data.a",
        e.getStatus().getMessage());
    StatusCause cause = e.getStatus().getDetails().getCauses().get(0);
    assertEquals("FieldManagerConflict", cause.getReason());
    assertEquals(".data.a", cause.getField());
    assertEquals(Map.of("a", "1", "b", "1"), data());
  }

  @Test
  public void theSameValueIsNoConflictAndIsSharedFromThenOn() {
    apply("helm", false, Map.of("a", "1", "b", "1"));
    apply("austa", false, Map.of("a", "1"));
    apply("helm", false, Map.of("b", "1"));
    assertEquals(Map.of("a", "1", "b", "1"), data());
    apply("austa", false, Map.of("c", "1"));
    assertEquals(Map.of("b", "1", "c", "1"), data());
  }

  @Test
  public void whatIsForcedBelongsToTheOneWhoForcedIt() {
    apply("helm", false, Map.of("a", "1", "b", "1"));
    apply("austa", true, Map.of("a", "2"));
    assertEquals(Map.of("a", "2", "b", "1"), data());
    apply("helm", false, Map.of("b", "1"));
    assertEquals("2", data().get("a"));
    assertThrows(KubernetesClientException.class, () -> apply("helm", false, Map.of("a", "1")));
  }

  @Test
  public void aNewObjectOfTheSameNameIsNobodysYet() {
    apply("helm", false, Map.of("a", "1"));
    sandbox.client().resource(map(Map.of())).delete();
    apply("austa", false, Map.of("a", "2"));
    assertEquals(Map.of("a", "2"), data());
  }

  @Test
  public void applyingInTheDryChangesNeitherObjectNorOwners() {
    apply("helm", false, Map.of("a", "1"));
    sandbox
        .client()
        .resource(map(Map.of("a", "2")))
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("austa")
                .withForce(true)
                .withDryRun(java.util.List.of("All"))
                .build());
    assertEquals(Map.of("a", "1"), data());
    apply("helm", false, Map.of("a", "3"));
  }

  private void apply(String manager, boolean force, Map<String, String> data) {
    sandbox
        .client()
        .resource(map(data))
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(manager)
                .withForce(force)
                .build());
  }

  private Map<String, String> data() {
    return sandbox.client().resource(map(Map.of())).get().getData();
  }

  private static ConfigMap map(Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("ns")
        .withName("map")
        .endMetadata()
        .withData(data)
        .build();
  }
}
