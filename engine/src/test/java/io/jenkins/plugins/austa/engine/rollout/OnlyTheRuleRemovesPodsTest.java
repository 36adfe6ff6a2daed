package io.jenkins.plugins.austa.engine.rollout;

import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * There is one way in the engine to scale a colour down, none to delete it, and the way leads
 * through {@link RetirementRule}. Whoever adds another one has to come by here.
 */
public class OnlyTheRuleRemovesPodsTest {

  private static final String ENGINE = "io.jenkins.plugins.austa.engine";
  private static final String CLIENT = "io.fabric8.kubernetes.client";
  private static final Set<String> WRITES =
      Set.of(
          "create",
          "createOr",
          "createOrReplace",
          "delete",
          "deleteAll",
          "edit",
          "editStatus",
          "evict",
          "patch",
          "patchStatus",
          "pause",
          "replace",
          "replaceStatus",
          "restart",
          "resume",
          "rolling",
          "scale",
          "serverSideApply",
          "undo",
          "update",
          "updateImage",
          "updateStatus");

  private static JavaClasses engine;

  @BeforeClass
  public static void read() {
    engine =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ENGINE);
  }

  @Test
  public void eachWriteToAClusterIsInAClassThatIsKnownToWrite() {
    assertEquals(
        "who writes what; a Deployment is written by WorkloadWrite alone",
        Set.of(
            // Reviews of access, which are asked by creating them.
            "access.ClusterAccess create",
            "access.GrantedRules create",
            "rollout.RecordStore create",
            "rollout.RecordStore update",
            "rollout.RolloutLease create",
            "rollout.RolloutLease update",
            "rollout.WorkloadWrite patch",
            "rollout.route.OneObjectRouter create",
            "rollout.route.OneObjectRouter update",
            "rollout.route.ServiceWrite create",
            "rollout.route.ServiceWrite delete",
            "rollout.route.ServiceWrite update"),
        calls(
            call ->
                call.getTargetOwner().getPackageName().startsWith(CLIENT)
                    && WRITES.contains(call.getName())));
  }

  @Test
  public void aDeploymentIsChangedByNobodyButItsColour() {
    assertEquals(
        Set.of("rollout.ColourWorkloads change"), calls(to(WorkloadWrite.class, "change")));
  }

  @Test
  public void onlyRetireScalesToZero() {
    Set<String> origins =
        engine.stream()
            .flatMap(one -> one.getAccessesFromSelf().stream())
            .filter(to(WorkloadChange.class, "toZero"))
            .map(call -> call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName())
            .collect(Collectors.toSet());

    assertEquals(Set.of("ColourWorkloads.retire"), origins);
  }

  @Test
  public void retireAsksTheRuleAndNoOther() {
    assertEquals(
        Set.of("rollout.ColourWorkloads mayRetire"), calls(to(Retirement.class, "mayRetire")));
    assertEquals(Set.of("rollout.Rollout mayRetire"), calls(to(RetirementRule.class, "mayRetire")));
  }

  private static Predicate<JavaAccess<?>> to(Class<?> owner, String name) {
    return call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
  }

  private static Set<String> calls(Predicate<JavaAccess<?>> wanted) {
    Set<String> calls = new TreeSet<>();
    for (JavaClass one : engine) {
      String name = one.getName().substring(ENGINE.length() + 1);
      one.getAccessesFromSelf().stream()
          .filter(wanted)
          .forEach(call -> calls.add(name + " " + call.getName()));
      one.getMethodReferencesFromSelf().stream()
          .filter(wanted)
          .forEach(call -> calls.add(name + " " + call.getName()));
    }
    return calls;
  }
}
