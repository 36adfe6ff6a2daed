package io.jenkins.plugins.austa.engine.rollout.route;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jenkins.plugins.austa.engine.rollout.Colour;
import io.jenkins.plugins.austa.engine.rollout.EntryFinding;
import io.jenkins.plugins.austa.engine.rollout.MockApiServer;
import io.jenkins.plugins.austa.engine.rollout.TestRelease;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

public class GatewayFindingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockApiServer api = new MockApiServer();
  private final GatewayFindings findings =
      new GatewayFindings(api.client(), RouterFixture.publicGateway());

  @After
  public void close() {
    api.close();
  }

  @Test
  public void aGatewayThatIsMissingIsRefused() {
    List<EntryFinding> found = findings.of(null);

    assertEquals(found.toString(), 1, found.size());
    assertTrue(found.toString(), found.get(0).refuses());
    assertTrue(
        found.toString(), found.get(0).text().contains("There is no Gateway gateways/public"));
  }

  @Test
  public void anAccountThatMayNotLookDoesNotKnow() {
    api.fault((method, path) -> MockApiServer.status(403));

    assertEquals(List.of(), findings.of(null));
  }

  @Test
  public void aRouteThatTheGatewayTakesIsFine() throws Exception {
    RouterFixture.createGateway(api.client());

    assertEquals(List.of(), findings.of(null));
    assertEquals(List.of(), findings.of(route("public", "True", 3)));
  }

  @Test
  public void aRouteThatTheGatewayDoesNotTakeIsRefusedWithTheGatewaysWords() throws Exception {
    RouterFixture.createGateway(api.client());

    List<EntryFinding> found = findings.of(route("public", "False", 3));

    assertEquals(found.toString(), 1, found.size());
    assertTrue(
        found.toString(),
        found.get(0).text().contains("does not take the HTTPRoute: NotAllowed, no such listener"));
  }

  @Test
  public void whatAnotherGatewaySaysOrWasSaidOfAnOlderRouteIsNoFinding() throws Exception {
    RouterFixture.createGateway(api.client());

    assertEquals(List.of(), findings.of(route("other", "False", 3)));
    assertEquals(List.of(), findings.of(route("public", "False", 2)));
  }

  @Test
  public void theRouterAsks() {
    GatewayRouter router =
        new GatewayRouter(api.client(), TestRelease.TARGET, RouterFixture.publicGateway());

    assertEquals(1, router.findings(router.read()).size());
    RouterFixture.createGateway(api.client());
    router.switchTo(Colour.BLUE, router.read());
    assertEquals(List.of(), router.findings(router.read()));
    assertEquals(Optional.of(Colour.BLUE), router.read().colour());
  }

  private static GenericKubernetesResource route(String gateway, String accepted, int generation)
      throws Exception {
    ObjectNode tree =
        JSON.valueToTree(
            new HttpRouteEntry(TestRelease.TARGET, RouterFixture.publicGateway())
                .created(Colour.BLUE));
    ((ObjectNode) tree.get("metadata")).put("generation", 3);
    ObjectNode parent = tree.putObject("status").putArray("parents").addObject();
    parent.putObject("parentRef").put("name", gateway);
    parent
        .putArray("conditions")
        .addObject()
        .put("type", "Accepted")
        .put("status", accepted)
        .put("reason", "NotAllowed")
        .put("message", "no such listener")
        .put("observedGeneration", generation);
    return JSON.treeToValue(tree, GenericKubernetesResource.class);
  }
}
