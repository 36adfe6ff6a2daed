package io.jenkins.plugins.austa.plugin.library;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionComponent;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.austa.jenkinsapi.HostJenkins;
import io.jenkins.plugins.austa.jenkinsapi.HostJob;
import io.jenkins.plugins.austa.plugin.site.AustaGlobalConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.libs.LibraryConfiguration;
import org.jenkinsci.plugins.workflow.libs.LibraryResolver;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PackedLibraryResolverTest {
  private static final Path REPOSITORY = Path.of("..");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private HostJenkins host;
  private HostJob job;

  @Before
  public void open() {
    host = HostJenkins.install(folder.getRoot(), getClass().getClassLoader());
    job = new HostJob("cockpit");
  }

  @After
  public void close() {
    host.close();
  }

  @Test
  public void offersTheLibraryToJobsThatDoNotAskForIt() {
    LibraryConfiguration library = ours().forJob(job, Map.of()).iterator().next();

    assertEquals("austa", library.getName());
    assertTrue(library.isImplicit());
    assertTrue(ours().isTrusted());
    assertEquals(PackedLibrary.version(), library.getDefaultVersion());
    assertFalse("steps and library belong together", library.isAllowVersionOverride());
    assertFalse("no job changes with the plugin", library.getIncludeInChangesets());
    assertEquals(1, ours().suggestedConfigurations(Jenkins.get()).size());
  }

  @Test
  public void leavesAConfiguredLibraryOfTheSameNameAlone() {
    configured(new Configured("austa"));

    assertEquals(List.of(), ours().forJob(job, Map.of()));
    assertEquals(List.of(), ours().suggestedConfigurations(Jenkins.get()));
  }

  @Test
  public void isNotImpressedByLibrariesOfOtherNames() {
    configured(new Configured("austa-extras"));

    assertEquals(1, ours().forJob(job, Map.of()).size());
    assertEquals(1, ours().suggestedConfigurations(Jenkins.get()).size());
  }

  @Test
  public void leavesTheNameToWhoeverMakesLibrariesUpWhenAsked() {
    configured(new MadeUpWhenAsked());

    assertEquals(1, ours().forJob(job, Map.of()).size());
    assertEquals(List.of(), ours().forJob(job, Collections.singletonMap("austa", null)));
  }

  @Test
  public void comesAfterAllOthers() {
    configured(new Configured("austa"));

    List<LibraryResolver> all = ExtensionList.lookup(LibraryResolver.class);
    assertEquals(2, all.size());
    assertSame(ours(), all.get(1));
  }

  @Test
  public void offersNothingWhenSwitchedOff() {
    AustaGlobalConfiguration.get().setOfferLibrary(false);

    assertEquals(List.of(), ours().forJob(job, Map.of()));
    assertEquals(List.of(), ours().suggestedConfigurations(Jenkins.get()));
  }

  @Test
  public void writesTheLibraryAsItLiesInTheRepository() throws Exception {
    Path target = folder.newFolder("libs").toPath();
    LibraryConfiguration library = ours().forJob(job, Map.of()).iterator().next();
    ByteArrayOutputStream log = new ByteArrayOutputStream();

    library
        .getRetriever()
        .retrieve(
            "austa",
            library.getDefaultVersion(),
            false,
            new FilePath(target.toFile()),
            job.newRun(),
            new StreamTaskListener(log, StandardCharsets.UTF_8));

    for (String part : List.of("vars", "resources")) {
      assertEquals(contents(REPOSITORY.resolve(part)), contents(target.resolve(part)));
    }
    assertEquals(
        "Library austa comes with the AUSTA Pipeline plugin",
        log.toString(StandardCharsets.UTF_8).strip());
  }

  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    assertFalse("nothing in " + root, contents.isEmpty());
    return contents;
  }

  private static PackedLibraryResolver ours() {
    return ExtensionList.lookupSingleton(PackedLibraryResolver.class);
  }

  private void configured(LibraryResolver resolver) {
    host.add(new ExtensionComponent<>(resolver, 0));
  }

  /** What an administrator has configured; not implicit, so that only its name counts. */
  private static class Configured extends LibraryResolver {
    private final LibraryConfiguration library;

    Configured(String name) {
      this.library = new LibraryConfiguration(name, null);
    }

    @Override
    public boolean isTrusted() {
      return true;
    }

    @NonNull
    @Override
    public Collection<LibraryConfiguration> forJob(
        @NonNull Job<?, ?> job, @NonNull Map<String, String> libraryVersions) {
      return List.of(library);
    }

    @NonNull
    @Override
    public Collection<LibraryConfiguration> suggestedConfigurations(@NonNull ItemGroup<?> group) {
      return List.of(library);
    }
  }

  /** Knows every name that a job asks for, and no other. */
  private static class MadeUpWhenAsked extends LibraryResolver {
    @Override
    public boolean isTrusted() {
      return false;
    }

    @NonNull
    @Override
    public Collection<LibraryConfiguration> forJob(
        @NonNull Job<?, ?> job, @NonNull Map<String, String> libraryVersions) {
      return libraryVersions.keySet().stream()
          .map(name -> new LibraryConfiguration(name, null))
          .toList();
    }
  }
}
