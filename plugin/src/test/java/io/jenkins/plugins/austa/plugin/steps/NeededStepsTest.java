package io.jenkins.plugins.austa.plugin.steps;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

public class NeededStepsTest {
  /**
   * Words of Groovy, the library's own, the bindings that withCredentials takes, and what Jenkins
   * itself brings and does not list as a step.
   */
  private static final Set<String> NO_STEPS =
      Set.of(
          "if",
          "for",
          "else",
          "return",
          "while",
          "try",
          "catch",
          "finally",
          "call",
          "body",
          "file",
          "string",
          "usernamePassword",
          "archiveArtifacts");

  /** Called only where stages run in pods, which takes the kubernetes plugin and a cloud in it. */
  private static final Set<String> OF_PODS = Set.of("container", "podTemplate");

  private static final Pattern CALL = Pattern.compile("(?<![.\\w'$])([a-z]\\w*)\\s*[({]");
  private static final Pattern OWN = Pattern.compile("(?m)^(?:private \\w+|def|Map) (\\w+)\\(");

  @Test
  public void namesThePluginOfEachStepThatIsMissing() {
    assertEquals(
        "Jenkins lacks what the pipeline needs. Install or enable under Manage Jenkins › Plugins:"
            + " JUnit (junit) for the step junit; Credentials Binding (credentials-binding) for the"
            + " step withCredentials.",
        NeededSteps.missing(name -> !Set.of("junit", "withCredentials").contains(name)));
  }

  @Test
  public void saysNothingWhenAllAreThere() {
    assertEquals("", NeededSteps.missing(name -> true));
  }

  @Test
  public void knowsEveryStepThatTheLibraryCalls() throws IOException {
    Set<String> called = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("..", "vars"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".groovy")).toList()) {
        called.addAll(calls(Files.readString(file)));
      }
    }
    called.removeAll(NeededSteps.PLUGINS.keySet());
    called.removeAll(OF_PODS);
    assertEquals(Set.of(), called);
  }

  private static Set<String> calls(String groovy) {
    String code = groovy.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
    List<String> own = OWN.matcher(code).results().map(found -> found.group(1)).toList();
    Set<String> calls = new TreeSet<>();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      String name = call.group(1);
      if (!own.contains(name) && !NO_STEPS.contains(name) && !name.startsWith("austa")) {
        calls.add(name);
      }
    }
    return calls;
  }
}
