package io.jenkins.plugins.austa.test.truth;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/**
 * The stand-in that the plugin is compiled against equals the API of a real controller, and all
 * that the plugin's class files refer to is there. The controller should be the baseline with the
 * plugins of its BOM; what a newer one reports beyond that is checked in the baseline's sources
 * and, where those agree with the stand-in, named here.
 */
public class JenkinsApiIsTrueTest {

  private static final List<String> PROVIDED =
      List.of(
          "hudson/",
          "jenkins/",
          "org/jenkinsci/",
          "org/kohsuke/",
          "com/cloudbees/",
          "com/fasterxml/",
          "io/fabric8/",
          "org/slf4j/");

  /** What Jenkins changed after the baseline (2.541.3), so that only a newer controller differs. */
  private static final Set<String> LATER =
      Set.of(
          "hudson.security.AccessDeniedException3#permission:Lhudson/security/Permission;"
              + " is public final, the real one public final transient");

  private RealController controller;

  @Before
  public void aControllerIsGiven() throws IOException {
    Optional<RealController> given = RealController.given();
    assumeTrue("No controller to compare with: " + RealController.HOW, given.isPresent());
    controller = given.get();
  }

  @Test
  public void everyTypeAndMemberEqualsTheRealOne() throws IOException {
    try (ClassFiles stand = new ClassFiles().add(JenkinsApi.folder());
        ClassFiles real = controller.addTo(new ClassFiles())) {
      assertTrue("no jenkins-core given", real.find("jenkins/model/Jenkins").isPresent());
      JenkinsApi.Differences differences = JenkinsApi.differences(stand, real);
      differences.notes().forEach(note -> System.out.println("NOTE " + note));
      List<String> found =
          differences.found().stream().filter(difference -> !LATER.contains(difference)).toList();
      assertEquals(String.join("\n", found), List.of(), found);
    }
  }

  @Test
  public void everyReferenceOfThePluginResolves() throws IOException {
    try (ClassFiles classes =
        controller.addSeenBy(Hpi.file(), new ClassFiles().addArchive(Hpi.file()))) {
      Set<String> problems = Hpi.problems(PROVIDED, classes);
      assertEquals(String.join("\n", problems), Set.of(), problems);
    }
  }
}
