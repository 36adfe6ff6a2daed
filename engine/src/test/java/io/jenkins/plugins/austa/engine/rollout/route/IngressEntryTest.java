package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.Test;

public class IngressEntryTest {

  private final IngressEntry entry = new IngressEntry(TestRelease.TARGET);

  @Test
  public void readsBackWhatItWrites() {
    EntryState state = entry.read(stored(entry.created(Colour.GREEN)));

    assertEquals(Map.of("frontend", Colour.GREEN, "backend", Colour.GREEN), state.carries());
    assertEquals(Optional.of(Colour.GREEN), state.colour());
    assertEquals(Optional.empty(), state.trouble());
    assertEquals(Map.of("austa-production", "42"), state.versions());
  }

  @Test
  public void movesEveryServiceAndNothingElse() {
    Ingress before = stored(entry.created(Colour.BLUE));
    before.getMetadata().setAnnotations(Map.of("team", "cockpit"));
    before.getSpec().setIngressClassName("nginx");

    Ingress after = entry.pointedTo(Colour.GREEN, before);

    assertEquals(Optional.of(Colour.GREEN), entry.read(after).colour());
    assertEquals(before.getMetadata(), after.getMetadata());
    assertEquals("nginx", after.getSpec().getIngressClassName());
    assertEquals(
        "the one given is not changed", Optional.of(Colour.BLUE), entry.read(before).colour());
  }

  @Test
  public void servicesOnDifferentColoursAreTrouble() {
    assertTrouble(
        "different colours {backend=green, frontend=blue}",
        paths -> name(paths.get(1), "austa-production-backend-green"));
  }

  @Test
  public void whatNoRolloutWritesIsTrouble() {
    assertTrouble("path /api leads to other:80", paths -> name(paths.get(1), "other"));
    assertTrouble(
        "port 80", paths -> paths.get(0).getBackend().getService().getPort().setNumber(8080));
    assertTrouble("(Exact)", paths -> paths.get(0).setPathType("Exact"));
    assertTrouble("0 paths /api for backend", paths -> paths.remove(1));
    assertTrouble("2 paths /api for backend", paths -> paths.add(paths.get(1)));
    assertTrouble("/admin, which belongs to no service", paths -> paths.get(1).setPath("/admin"));
    assertTrouble("leads to no Service", paths -> paths.get(1).getBackend().setService(null));
  }

  @Test
  public void aRuleForAnotherHostOrADefaultBackendIsTrouble() {
    Ingress host = stored(entry.created(Colour.BLUE));
    host.getSpec().getRules().get(0).setHost("other.example");
    assertTrue(entry.read(host).trouble().orElseThrow().contains("other.example"));

    Ingress fallback =
        new IngressBuilder(stored(entry.created(Colour.BLUE)))
            .editSpec()
            .withNewDefaultBackend()
            .endDefaultBackend()
            .endSpec()
            .build();
    assertTrue(entry.read(fallback).trouble().orElseThrow().contains("default backend"));
  }

  @Test
  public void theNamedPortIsAsGoodAsItsNumber() {
    Ingress named = stored(entry.created(Colour.BLUE));
    paths(named).forEach(path -> path.getBackend().getService().getPort().setNumber(null));
    paths(named).forEach(path -> path.getBackend().getService().getPort().setName("http"));

    assertEquals(Optional.of(Colour.BLUE), entry.read(named).colour());
  }

  @Test
  public void aMissingEntryIsNoTroubleButCarriesNothing() {
    EntryState state = entry.read(null);

    assertTrue(state.missing());
    assertEquals(Optional.empty(), state.colour());
    assertEquals(Optional.empty(), state.trouble());
  }

  private void assertTrouble(String part, Consumer<List<HTTPIngressPath>> edit) {
    Ingress ingress = stored(entry.created(Colour.BLUE));
    edit.accept(paths(ingress));
    EntryState state = entry.read(ingress);
    assertTrue(state.toString(), state.trouble().orElseThrow().contains(part));
    assertEquals(Optional.empty(), state.colour());
  }

  private static void name(HTTPIngressPath path, String service) {
    path.getBackend().getService().setName(service);
  }

  private static List<HTTPIngressPath> paths(Ingress ingress) {
    return ingress.getSpec().getRules().get(0).getHttp().getPaths();
  }

  private static Ingress stored(Ingress ingress) {
    return new IngressBuilder(ingress)
        .editMetadata()
        .withResourceVersion("42")
        .endMetadata()
        .build();
  }
}
