package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryState;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.Test;

public class HttpRouteEntryTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpRouteEntry entry =
      new HttpRouteEntry(TestRelease.TARGET, RouterFixture.publicGateway());

  @Test
  public void readsBackWhatItWrites() throws Exception {
    EntryState state = entry.read(stored(tree -> {}));

    assertEquals(Map.of("frontend", Colour.BLUE, "backend", Colour.BLUE), state.carries());
    assertEquals(Optional.empty(), state.trouble());
    assertEquals(Map.of("austa-production", "42"), state.versions());
  }

  @Test
  public void writesNoMoreThanTheGatewayApiAsksFor() {
    JsonNode spec = JSON.valueToTree(entry.created(Colour.GREEN)).path("spec");

    assertEquals(
        "{\"parentRefs\":[{\"name\":\"public\",\"namespace\":\"gateways\"}],\"rules\":["
            + "{\"matches\":[{\"path\":{\"type\":\"PathPrefix\",\"value\":\"/\"}}],"
            + "\"backendRefs\":[{\"name\":\"austa-production-frontend-green\",\"port\":80}]},"
            + "{\"matches\":[{\"path\":{\"type\":\"PathPrefix\",\"value\":\"/api\"}}],"
            + "\"backendRefs\":[{\"name\":\"austa-production-backend-green\",\"port\":80}]}]}",
        spec.toString());
  }

  @Test
  public void attachesToTheOneListenerThatIsNamed() {
    HttpRouteEntry listener =
        new HttpRouteEntry(TestRelease.TARGET, new GatewayParent("public", "gateways", "https"));
    GenericKubernetesResource route = listener.created(Colour.BLUE);
    route.getMetadata().setResourceVersion("1");

    assertEquals(Optional.empty(), listener.read(route).trouble());
    assertTrue(entry.read(route).trouble().orElseThrow().contains("not attached to Gateway"));
  }

  @Test
  public void movesEveryServiceAndNothingElse() throws Exception {
    GenericKubernetesResource before =
        stored(
            tree -> {
              ObjectNode rule = rule(tree, 1);
              rule.putObject("timeouts").put("request", "30s");
              rule.putObject("keyOfTheFuture").put("a", 1);
              backend(tree).put("weight", 1).put("kind", "Service").put("group", "");
              tree.putObject("status").putArray("parents");
            });

    GenericKubernetesResource after = entry.pointedTo(Colour.GREEN, before);

    assertEquals(Optional.of(Colour.GREEN), entry.read(after).colour());
    assertEquals(
        JSON.valueToTree(before).toString().replace("-blue", "-green"),
        JSON.valueToTree(after).toString());
    assertEquals(
        "the one given is not changed", Optional.of(Colour.BLUE), entry.read(before).colour());
  }

  @Test
  public void whatTheApiServerFillsInIsNotTrouble() throws Exception {
    assertEquals(
        Optional.empty(),
        entry
            .read(
                stored(
                    tree -> {
                      backend(tree).put("weight", 1).put("kind", "Service").put("group", "");
                      ((ObjectNode) tree.at("/spec/parentRefs/0")).put("kind", "Gateway");
                      ((ObjectNode) rule(tree, 0)).remove("matches");
                    }))
            .trouble());
  }

  @Test
  public void whatNoRolloutWritesIsTrouble() throws Exception {
    assertTrouble(
        "is split between austa-production-backend-blue:80 (weight 90) and other:80 (weight 10)",
        tree -> {
          backend(tree).put("weight", 90);
          ((ArrayNode) rule(tree, 1).get("backendRefs"))
              .addObject()
              .put("name", "other")
              .put("port", 80)
              .put("weight", 10);
        });
    assertTrouble("leads to elsewhere:80", tree -> backend(tree).put("name", "elsewhere"));
    assertTrouble("-blue:8080", tree -> backend(tree).put("port", 8080));
    assertTrouble("(weight 0)", tree -> backend(tree).put("weight", 0));
    assertTrouble("not to all of Service", tree -> backend(tree).put("namespace", "other"));
    assertTrouble("not to all of Service", tree -> backend(tree).put("kind", "Bucket"));
    assertTrouble(
        "leads nowhere", tree -> ((ArrayNode) rule(tree, 1).get("backendRefs")).removeAll());
    assertTrouble("0 rules /api", tree -> ((ArrayNode) tree.at("/spec/rules")).remove(1));
    assertTrouble("2 rules /api", tree -> ((ArrayNode) tree.at("/spec/rules")).add(rule(tree, 1)));
    assertTrouble("/admin, which belongs to no service", tree -> path(tree).put("value", "/admin"));
    assertTrouble("does not take all requests", tree -> path(tree).put("type", "Exact"));
    assertTrouble(
        "does not take all requests",
        tree -> ((ObjectNode) tree.at("/spec/rules/1/matches/0")).put("method", "GET"));
    assertTrouble(
        "has the filter RequestMirror",
        tree -> rule(tree, 1).putArray("filters").addObject().put("type", "RequestMirror"));
    assertTrouble(
        "for the hosts [other.example]",
        tree -> ((ObjectNode) tree.get("spec")).putArray("hostnames").add("other.example"));
    assertTrouble(
        "not attached to Gateway gateways/public",
        tree -> ((ObjectNode) tree.at("/spec/parentRefs/0")).put("name", "other"));
  }

  @Test
  public void headersMayBeChangedOnTheWay() throws Exception {
    assertFalse(
        entry
            .read(
                stored(
                    tree ->
                        rule(tree, 1)
                            .putArray("filters")
                            .addObject()
                            .put("type", "ResponseHeaderModifier")))
            .trouble()
            .isPresent());
  }

  private void assertTrouble(String part, Consumer<ObjectNode> edit) throws Exception {
    EntryState state = entry.read(stored(edit));
    assertTrue(state.toString(), state.trouble().orElseThrow().contains(part));
    assertEquals(Optional.empty(), state.colour());
  }

  private static ObjectNode rule(ObjectNode tree, int index) {
    return (ObjectNode) tree.at("/spec/rules/" + index);
  }

  private static ObjectNode backend(ObjectNode tree) {
    return (ObjectNode) tree.at("/spec/rules/1/backendRefs/0");
  }

  private static ObjectNode path(ObjectNode tree) {
    return (ObjectNode) tree.at("/spec/rules/1/matches/0/path");
  }

  private GenericKubernetesResource stored(Consumer<ObjectNode> edit) throws Exception {
    ObjectNode tree = JSON.valueToTree(entry.created(Colour.BLUE));
    ((ObjectNode) tree.get("metadata")).put("resourceVersion", "42");
    edit.accept(tree);
    return JSON.treeToValue(tree, GenericKubernetesResource.class);
  }
}
