package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertEquals;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.Test;

/** The Roles that are ready to be applied grant what is needed, no more and no less. */
public class RolesTest {
  private static final Path FOLDER =
      Path.of("..", "resources", "io", "jenkins", "plugins", "austa", "access");

  @Test
  public void aRollingEnvironmentGetsWhatItNeeds() throws Exception {
    assertGrants("rolling", AccessNeeds.rolling());
  }

  @Test
  public void eachRouterGetsWhatItNeeds() throws Exception {
    for (RouterKind router : RouterKind.values()) {
      assertGrants(
          "blue-green-" + router.name().toLowerCase(Locale.ROOT), AccessNeeds.blueGreen(router));
    }
  }

  private static void assertGrants(String name, List<AccessNeed> needs) throws Exception {
    List<HasMetadata> objects = read(FOLDER.resolve(name + ".yaml"));
    Role role = only(objects, Role.class);
    assertEquals(name, wanted(needs, need -> !need.clusterWide()), granted(role.getRules()));
    assertEquals("austa-" + name, role.getMetadata().getName());
    TreeSet<String> elsewhere = wanted(needs, AccessNeed::clusterWide);
    if (elsewhere.isEmpty()) {
      assertEquals(name + " needs no ClusterRole", 1, objects.size());
      return;
    }
    ClusterRole clusterRole = only(objects, ClusterRole.class);
    assertEquals(name, elsewhere, granted(clusterRole.getRules()));
    assertEquals("austa-" + name, clusterRole.getMetadata().getName());
  }

  private static TreeSet<String> wanted(List<AccessNeed> needs, Predicate<AccessNeed> which) {
    TreeSet<String> rights = new TreeSet<>();
    needs.stream()
        .filter(which)
        .forEach(need -> need.verbs().forEach(verb -> rights.add(verb + " " + need.type())));
    return rights;
  }

  private static TreeSet<String> granted(List<PolicyRule> rules) {
    TreeSet<String> rights = new TreeSet<>();
    for (PolicyRule rule : rules) {
      assertEquals("one group a rule is easy to read", 1, rule.getApiGroups().size());
      String group = rule.getApiGroups().get(0);
      for (String resource : rule.getResources()) {
        for (String verb : rule.getVerbs()) {
          rights.add(verb + " " + resource + (group.isEmpty() ? "" : "." + group));
        }
      }
    }
    return rights;
  }

  private static List<HasMetadata> read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      List<HasMetadata> objects = new ArrayList<>();
      for (String document : new String(in.readAllBytes()).split("(?m)^---$")) {
        objects.add(Serialization.unmarshal(document));
      }
      return objects;
    }
  }

  private static <T> T only(List<HasMetadata> objects, Class<T> type) {
    List<T> found =
        objects.stream()
            .flatMap(one -> Stream.of(one))
            .filter(type::isInstance)
            .map(type::cast)
            .toList();
    assertEquals(type.getSimpleName(), 1, found.size());
    return found.get(0);
  }
}
