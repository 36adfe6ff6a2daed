package io.jenkins.plugins.austa.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** Opens the finished plugin file. Runs after packaging, when the file is there. */
public class HpiPackaged {
  private static final String LIB = "WEB-INF/lib/";
  private static final Map<String, Map<String, byte[]>> JARS = new TreeMap<>();
  private static Attributes manifest;

  @BeforeClass
  public static void openTheFile() throws IOException {
    try (JarFile hpi = new JarFile(System.getProperty("austa.hpi"))) {
      manifest = hpi.getManifest().getMainAttributes();
      for (JarEntry entry : (Iterable<JarEntry>) hpi.stream()::iterator) {
        if (entry.getName().startsWith(LIB) && !entry.isDirectory()) {
          try (InputStream in = hpi.getInputStream(entry)) {
            JARS.put(entry.getName().substring(LIB.length()), unpack(in));
          }
        }
      }
    }
  }

  @Test
  public void theManifestSaysWhatJenkinsAsksOfAPlugin() {
    assertEquals("austa-pipeline", manifest.getValue("Short-Name"));
    assertEquals("AUSTA Pipeline", manifest.getValue("Long-Name"));
    assertEquals("io.jenkins.plugins", manifest.getValue("Group-Id"));
    assertEquals("2.541.3", manifest.getValue("Jenkins-Version"));
    assertEquals("17", manifest.getValue("Minimum-Java-Version"));
    assertEquals("true", manifest.getValue("Support-Dynamic-Loading"));
    assertEquals("MIT", manifest.getValue("Plugin-License"));
    assertEquals("MIT", manifest.getValue("Plugin-License-Name"));
    assertTrue(manifest.getValue("Url").startsWith("https://"));
    assertFalse(manifest.getValue("Plugin-Version").contains("$"));
  }

  @Test
  public void dependsOnTheApiPluginsInsteadOfBringingTheirJars() {
    assertDependsOn(
        "workflow-step-api",
        "credentials",
        "plain-credentials",
        "structs",
        "jackson2-api",
        "kubernetes-client-api",
        "pipeline-groovy-lib");
  }

  @Test
  public void dependsOnThePluginsWhoseStepsTheLibraryCalls() {
    assertDependsOn(
        "workflow-job",
        "workflow-cps",
        "workflow-basic-steps",
        "workflow-durable-task-step",
        "workflow-scm-step",
        "pipeline-stage-step",
        "pipeline-input-step",
        "junit",
        "credentials-binding");
  }

  private static void assertDependsOn(String... plugins) {
    String dependencies = manifest.getValue("Plugin-Dependencies");
    for (String plugin : plugins) {
      assertTrue(plugin, dependencies.matches("(.*,)?" + plugin + ":\\d[^,]*(,.*)?"));
    }
  }

  /**
   * Jenkins refuses to keep or send objects of a class whose jar does not say that it may
   * (JEP-200).
   */
  @Test
  public void letsJenkinsKeepAndSendObjectsOfOurClasses() {
    String plugin = manifestOf("austa-pipeline.jar");
    assertTrue(plugin, plugin.contains("Plugin-Version: ") && plugin.contains("Jenkins-Version: "));
    assertTrue(plugin, plugin.contains("Short-Name: austa-pipeline"));
    // The library's version is read from here.
    assertTrue(plugin, plugin.contains("Implementation-Version: "));
    String engine =
        manifestOf(
            JARS.keySet().stream()
                .filter(name -> name.contains("engine"))
                .findFirst()
                .orElseThrow());
    assertTrue(engine, engine.contains("Jenkins-ClassFilter-Whitelisted: true"));
  }

  @Test
  public void bringsOnlyOurJarsAndTheOneThatNoPluginProvides() {
    Set<String> names =
        JARS.keySet().stream()
            .map(name -> name.replaceFirst("-\\d.*", "").replace(".jar", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of("austa-pipeline", "austa-pipeline-engine", "jsqlparser"), names);
  }

  @Test
  public void holdsNoClassOfTheApiSlice() throws IOException {
    Path slice = Path.of(System.getProperty("austa.jenkins-api"));
    Set<String> sliced;
    try (Stream<Path> files = Files.walk(slice)) {
      sliced =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> slice.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toSet());
    }
    assertTrue("the slice was not found at " + slice, sliced.contains("hudson/Extension.class"));

    JARS.forEach(
        (jar, entries) ->
            entries
                .keySet()
                .forEach(name -> assertFalse(jar + " holds " + name, sliced.contains(name))));
  }

  @Test
  public void listsItsExtensionsInTheIndexThatJenkinsReads() throws Exception {
    Map<String, byte[]> plugin = JARS.get("austa-pipeline.jar");
    Set<String> extensions = new TreeSet<>();
    byte[] index = plugin.get("META-INF/annotations/hudson.Extension");
    assertNotNull(index);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(index))) {
      for (Object item = in.readObject(); item != null; item = in.readObject()) {
        extensions.add(item.toString());
      }
    }

    for (String step :
        new String[] {"Plan", "Gate", "Prepare", "Check", "Switch", "Retire", "Revert"}) {
      assertTrue(
          step + " is not in " + extensions,
          extensions.stream()
              .anyMatch(name -> name.contains("Austa" + step + "Step$DescriptorImpl")));
    }
    assertTrue(
        extensions.toString(),
        extensions.stream().anyMatch(name -> name.contains("PackedLibraryResolver")));
  }

  @Test
  public void keepsParameterNamesForTheFormBinding() throws Exception {
    var constructor =
        Class.forName("io.jenkins.plugins.austa.plugin.steps.AustaResultStep").getConstructors()[0];

    assertTrue(constructor.getParameters()[0].isNamePresent());
    assertEquals("exitCodes", constructor.getParameters()[0].getName());
  }

  @Test
  public void escapesInEveryView() {
    Map<String, byte[]> plugin = JARS.get("austa-pipeline.jar");
    assertNotNull(plugin.get("index.jelly"));

    plugin.forEach(
        (name, content) -> {
          if (name.endsWith(".jelly")) {
            String text = new String(content, StandardCharsets.UTF_8);
            assertTrue(name, text.startsWith("<?jelly escape-by-default='true'?>"));
          }
        });
  }

  @Test
  public void carriesTheSharedLibraryAndTheChart() {
    Set<String> names = JARS.get("austa-pipeline.jar").keySet();

    assertTrue(names.contains("io/jenkins/plugins/austa/library/vars/austaPipeline.groovy"));
    assertTrue(names.contains("io/jenkins/plugins/austa/library/vars/austaPipeline.txt"));
    assertTrue(
        names.contains(
            "io/jenkins/plugins/austa/library/resources/io/jenkins/plugins/austa/chart/Chart.yaml"));
  }

  private static String manifestOf(String jar) {
    return new String(JARS.get(jar).get(JarFile.MANIFEST_NAME), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unpack(InputStream jar) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    JarInputStream in = new JarInputStream(jar);
    if (in.getManifest() != null) {
      ByteArrayOutputStream manifest = new ByteArrayOutputStream();
      in.getManifest().write(manifest);
      entries.put(JarFile.MANIFEST_NAME, manifest.toByteArray());
    }
    for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
      entries.put(entry.getName(), in.readAllBytes());
    }
    return entries;
  }
}
