package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ClassPathLibraryTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private URLClassLoader loader(Path place) throws Exception {
    return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
  }

  private static void check(LibrarySource library) {
    assertEquals(Set.of("deploy"), library.variableNames());
    assertTrue(library.variable("deploy").isPresent());
    assertTrue(library.source("org.x.Tool").isPresent());
    assertTrue(library.resource("a/b.txt").isPresent());
    assertFalse(library.variable("none").isPresent());
    assertFalse(library.resource("../vars/deploy.groovy").isPresent());
  }

  @Test
  public void readsJars() throws Exception {
    Path jar = folder.getRoot().toPath().resolve("lib.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          new String[] {
            "lib/vars/",
            "lib/vars/deploy.groovy",
            "lib/vars/deploy.txt",
            "lib/src/org/x/Tool.groovy",
            "lib/resources/a/b.txt"
          }) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("/") ? new byte[0] : "x".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    try (URLClassLoader loader = loader(jar)) {
      check(new ClassPathLibrary(loader, "lib"));
    }
  }

  @Test
  public void readsFoldersAndDirectories() throws Exception {
    Path lib = folder.getRoot().toPath().resolve("lib");
    for (String name :
        new String[] {"vars/deploy.groovy", "src/org/x/Tool.groovy", "resources/a/b.txt"}) {
      Path file = lib.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    try (URLClassLoader loader = loader(folder.getRoot().toPath())) {
      check(new ClassPathLibrary(loader, "lib/"));
    }
    check(new DirectoryLibrary(lib));
  }
}
