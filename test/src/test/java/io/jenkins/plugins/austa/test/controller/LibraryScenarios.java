package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

/** Where a job gets the shared library from. */
final class LibraryScenarios {
  private static final String FROM_PLUGIN = "comes with the AUSTA Pipeline plugin";

  private LibraryScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("library-plugin", LibraryScenarios::fromThePluginAlone),
        new Scenario("library-git", LibraryScenarios::fromAGitRepository));
  }

  private static String fromThePluginAlone(Stage stage) throws Exception {
    QuickRuns runs = QuickRuns.prepare(stage, "library-plugin");
    Build build = runs.start();
    assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
    assertTrue(build.log(), build.log().contains(FROM_PLUGIN));

    offer(stage, false);
    try {
      Build without = runs.start();
      assertEquals("FAILURE", without.awaitEnd(Performance.LONG));
      assertTrue(
          without.log(),
          without.log().contains("Could not find any definition of libraries [austa]"));
    } finally {
      offer(stage, true);
    }
    return "switched off: no library";
  }

  private static String fromAGitRepository(Stage stage) throws Exception {
    QuickRuns runs = QuickRuns.prepare(stage, "library-git");
    Path bare = stage.folder().resolve("library-git.git");
    GitRepository library = GitRepository.bareCloneOf(Path.of(".."), bare);
    stage.controller().admin().script(globalLibrary(library));
    try {
      Build build = runs.start();
      assertEquals(build.log(), "SUCCESS", build.awaitEnd(Performance.LONG));
      String log = build.log();
      assertTrue(log, log.contains("Loading library austa@main"));
      assertTrue(log, log.contains(library.git("rev-parse", "main").strip()));
      assertFalse(log, log.contains(FROM_PLUGIN));
      return "main of a bare clone";
    } finally {
      stage
          .controller()
          .admin()
          .script("org.jenkinsci.plugins.workflow.libs.GlobalLibraries.get().libraries = []");
    }
  }

  private static void offer(Stage stage, boolean yes) throws Exception {
    stage
        .controller()
        .admin()
        .script(
            "io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration.get().offerLibrary = "
                + yes);
  }

  private static String globalLibrary(GitRepository library) {
    return """
        import jenkins.plugins.git.GitSCMSource
        import jenkins.plugins.git.traits.BranchDiscoveryTrait
        import org.jenkinsci.plugins.workflow.libs.GlobalLibraries
        import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration
        import org.jenkinsci.plugins.workflow.libs.SCMSourceRetriever
        def source = new GitSCMSource('%s')
        source.traits = [new BranchDiscoveryTrait()]
        def library = new LibraryConfiguration('austa', new SCMSourceRetriever(source))
        library.defaultVersion = 'main'
        GlobalLibraries.get().libraries = [library]
        """
        .formatted(JobXml.uri(library.folder()));
  }
}
