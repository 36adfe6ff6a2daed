package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRuleBuilder;
import java.util.List;
import org.junit.Test;

public class GrantedRulesTest {
  private static final AccessNeed SCALE =
      AccessNeeds.usual().stream().filter(need -> !need.clusterWide()).findFirst().orElseThrow();

  @Test
  public void coverWhatIsNamedAndWhatAStarStandsFor() {
    assertTrue(covered(rule("get", SCALE.group(), SCALE.resource())));
    assertTrue(covered(rule("*", "*", "*")));
  }

  @Test
  public void doNotCoverAnotherVerbGroupOrType() {
    assertFalse(covered(rule("watch", SCALE.group(), SCALE.resource())));
    assertFalse(covered(rule("get", "example.org", SCALE.resource())));
    assertFalse(covered(rule("get", SCALE.group(), SCALE.resource() + "/other")));
  }

  @Test
  public void doNotCoverATypeOfWhichOnlyOneObjectIsMeant() {
    ResourceRule one =
        new ResourceRuleBuilder(rule("get", SCALE.group(), SCALE.resource()))
            .withResourceNames("austa-production")
            .build();
    assertFalse(covered(one));
  }

  @Test
  public void neverCoverARightForTheWholeCluster() {
    AccessNeeds.usual().stream()
        .filter(AccessNeed::clusterWide)
        .forEach(
            need ->
                assertFalse(new GrantedRules(List.of(rule("*", "*", "*"))).cover(need, "create")));
  }

  private static boolean covered(ResourceRule rule) {
    return new GrantedRules(List.of(rule)).cover(SCALE, "get");
  }

  private static ResourceRule rule(String verb, String group, String resource) {
    return new ResourceRuleBuilder()
        .withVerbs(verb)
        .withApiGroups(group == null ? "" : group)
        .withResources(resource)
        .build();
  }
}
