package io.jenkins.plugins.austa.test.truth;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * The plugin is compiled with one fabric8 and must also run with the oldest one that it allows: all
 * that its class files refer to is in both.
 */
@RunWith(Parameterized.class)
public class ProvidedReferencesTest {

  private static final List<String> PROVIDED = List.of("io/fabric8/", "com/fasterxml/");

  /** The fabric8 versions, each with its Jackson in the folder. */
  @Parameters(name = "fabric8 {0}")
  public static List<String> versions() {
    return List.of(
        System.getProperty("austa.fabric8.oldest", "6.14.0"),
        System.getProperty("austa.fabric8.compiled", "7.3.1"));
  }

  @Parameter public String version;

  @Test
  public void everyReferenceIntoFabric8AndJacksonResolves() throws IOException {
    Path jars = Path.of(System.getProperty("austa.fabric8", "target"), "fabric8-" + version);
    // What our classes inherit from Jenkins is looked up in the stand-in.
    Path jenkins = JenkinsApi.folder();
    try (ClassFiles classes =
        new ClassFiles().addArchive(Hpi.file()).addJarsIn(jars).add(jenkins)) {
      assertTrue(
          jars + " lacks fabric8",
          classes.find("io/fabric8/kubernetes/client/KubernetesClient").isPresent());
      Set<String> problems = Hpi.problems(PROVIDED, classes);
      assertEquals("fabric8 " + version + ":\n" + String.join("\n", problems), Set.of(), problems);
    }
  }

  @Test
  public void thereIsSomethingToResolve() throws IOException {
    assertTrue("references into fabric8", Hpi.references(List.of("io/fabric8/")) > 100);
    assertTrue("references into Jackson", Hpi.references(List.of("com/fasterxml/")) > 100);
  }
}
