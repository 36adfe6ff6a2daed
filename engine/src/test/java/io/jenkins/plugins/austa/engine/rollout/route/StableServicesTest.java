package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.RolloutService;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Test;

public class StableServicesTest {

  private static final RolloutService BACKEND = TestRelease.TARGET.services().get(1);

  private final StableServices services = new StableServices(TestRelease.TARGET);

  @Test
  public void readsBackWhatItWrites() {
    EntryState state = services.read(all());

    assertEquals(Optional.of(Colour.BLUE), state.colour());
    assertEquals(Optional.empty(), state.trouble());
    assertEquals(
        Map.of("austa-production-frontend", "42", "austa-production-backend", "42"),
        state.versions());
  }

  @Test
  public void oneThatIsMissingBesideOthersIsHalfAnEntry() {
    Map<String, Service> found = all();
    found.remove("austa-production-backend");

    EntryState state = services.read(found);

    assertEquals(Set.of("backend"), state.without());
    assertEquals(Optional.empty(), state.colour());
    assertTrue(state.halfMoved());
    assertTrue(services.read(Map.of()).missing());
  }

  @Test
  public void whatNoRolloutWritesIsTrouble() {
    assertTrouble(
        "selects {app=elsewhere} and not",
        service -> service.getSpec().setSelector(Map.of("app", "elsewhere")));
    assertTrouble("selects nothing", service -> service.getSpec().setSelector(null));
    assertTrouble("and not", service -> service.getSpec().getSelector().put("version", "by-hand"));
    assertTrouble("ExternalName", service -> service.getSpec().setType("ExternalName"));
    assertTrouble(
        "does not lead from port 80", service -> service.getSpec().getPorts().get(0).setPort(81));
    assertTrouble(
        "belongs to Helm release austa-production-blue",
        service ->
            service
                .getMetadata()
                .setAnnotations(Map.of("meta.helm.sh/release-name", "austa-production-blue")));
    assertTrouble(
        "is owned by Deployment web",
        service ->
            service
                .getMetadata()
                .getOwnerReferences()
                .add(new OwnerReferenceBuilder().withKind("Deployment").withName("web").build()));
  }

  @Test
  public void portsOfOnesOwnBesideAreFine() {
    Map<String, Service> found = all();
    found.computeIfPresent(
        "austa-production-backend",
        (name, service) ->
            new ServiceBuilder(service)
                .editSpec()
                .addNewPort()
                .withName("metrics")
                .withPort(9090)
                .endPort()
                .endSpec()
                .build());

    assertEquals(Optional.empty(), services.read(found).trouble());
  }

  private void assertTrouble(String part, Consumer<Service> edit) {
    Map<String, Service> found = all();
    edit.accept(found.get(services.name(BACKEND)));
    EntryState state = services.read(found);
    assertTrue(state.toString(), state.trouble().orElseThrow().contains(part));
    assertEquals(Optional.empty(), state.colour());
  }

  private Map<String, Service> all() {
    Map<String, Service> found = new HashMap<>();
    for (RolloutService service : TestRelease.TARGET.services()) {
      Service created = services.created(service, Colour.BLUE);
      found.put(
          services.name(service),
          new ServiceBuilder(created)
              .editMetadata()
              .withResourceVersion("42")
              .endMetadata()
              .editSpec()
              .withSelector(new HashMap<>(created.getSpec().getSelector()))
              .endSpec()
              .build());
    }
    return found;
  }
}
