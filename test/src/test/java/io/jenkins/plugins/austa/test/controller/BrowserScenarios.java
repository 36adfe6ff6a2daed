package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who may let a version into production, by the pages that people use. */
final class BrowserScenarios {
  private static final Path SCRIPTS = Path.of("browser");

  private BrowserScenarios() {}

  static List<Scenario> all() {
    return Stream.of("classic", "blueocean")
        .map(page -> new Scenario("browser-" + page, stage -> approves(stage, page)))
        .toList();
  }

  private static String approves(Stage stage, String page) throws Exception {
    assumeTrue(
        "No browser: run npm ci in test/browser",
        Files.isDirectory(SCRIPTS.resolve("node_modules")));
    try (Performance performance = stage.perform("browser-" + page, null, Stage.quick())) {
      Build build = performance.job().build();
      performance.awaitApproval(build);
      String url = stage.controller().url() + build.path();
      answer(url, page, "carol", "refused");
      answer(url, page, "bob", "accepted");
      assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
      assertEquals("bob", Performance.report(build).approvals().get(0).approver());
      assertEquals(2, performance.serving().revision());
      performance.assertNothingLost();
      return "carol: refused, bob: approved";
    }
  }

  private static void answer(String url, String page, String user, String expected)
      throws Exception {
    ProcessBuilder command =
        new ProcessBuilder("node", "approve.mjs", "--url", url, "--page", page)
            .directory(SCRIPTS.toFile())
            .redirectErrorStream(true);
    command.command().addAll(List.of("--user", user, "--password", user));
    command.command().addAll(List.of("--answer", "proceed", "--expect", expected));
    Process process = command.start();
    String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(seen, 0, process.waitFor());
  }
}
