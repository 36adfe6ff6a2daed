package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KubeconfigFilesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path home;

  @Before
  public void makeHome() throws IOException {
    home = folder.newFolder("home").toPath();
  }

  @Test
  public void theNamedFileCountsBeforeAllOthers() throws Exception {
    Path named = write("named", "one", "https://one.example");
    Path other = write("other", "two", "https://two.example");

    KubeconfigFiles found =
        KubeconfigFiles.find(named, null, Map.of("KUBECONFIG", other.toString()), home);

    assertEquals("one", found.context());
    assertEquals("https://one.example/", server(found));
  }

  @Test
  public void severalFilesAreOneAndTheFirstDecides() throws Exception {
    Path first = write("first", "one", "https://one.example");
    Path second = write("second", "two", "https://two.example");
    String both =
        first
            + File.pathSeparator
            + folder.getRoot().toPath().resolve("not-there")
            + File.pathSeparator
            + second;

    KubeconfigFiles usual = KubeconfigFiles.find(null, null, Map.of("KUBECONFIG", both), home);
    KubeconfigFiles chosen = KubeconfigFiles.find(null, "two", Map.of("KUBECONFIG", both), home);

    assertEquals("one", usual.context());
    assertEquals("https://two.example/", server(chosen));
  }

  @Test
  public void withoutAnyThingSaidItIsTheOneInTheHomeFolder() throws Exception {
    Files.createDirectories(home.resolve(".kube"));
    Files.writeString(home.resolve(".kube/config"), kubeconfig("one", "https://one.example"));

    assertEquals("one", KubeconfigFiles.find(null, null, Map.of(), home).context());
  }

  @Test
  public void pathsAreRelativeToTheFile() throws Exception {
    Path file = write("with-file", "one", "https://one.example");
    Files.writeString(
        file, Files.readString(file).replace("token: secret", "client-certificate: certs/me.crt"));

    Config config = Config.fromKubeconfig(KubeconfigFiles.find(file, null, Map.of(), home).text());

    assertEquals(
        file.toAbsolutePath().getParent().resolve("certs/me.crt").toString(),
        config.getClientCertFile());
  }

  @Test
  public void helmGetsTheSameFilesAndNoCopyOfASecret() throws Exception {
    Path file = write("named", "one", "https://one.example");
    Path scratch = folder.newFolder("scratch").toPath();

    String list =
        KubeconfigFiles.find(file, "one", Map.of(), home).environment(scratch).get("KUBECONFIG");

    String[] files = list.split(File.pathSeparator);
    assertEquals(file.toAbsolutePath().toString(), files[1]);
    assertTrue(Files.readString(Path.of(files[0])).contains("\"current-context\":\"one\""));
    assertFalse(Files.readString(Path.of(files[0])).contains("secret"));
  }

  @Test
  public void whatCannotBeUsedIsSaidWithWhatThereIs() throws Exception {
    Path file = write("named", "one", "https://one.example");

    assertRefused(file, "three", "has no context \"three\"; it has [one]");
    assertRefused(home.resolve("nothing"), null, "there is no kubeconfig");
    assertRefused(null, null, "looked for " + home.resolve(".kube/config"));
    Files.writeString(file, "clusters: [what: is: this, password-of-somebody");
    assertRefused(file, null, "is not YAML that can be read");
    Files.writeString(file, "");
    assertRefused(file, null, "it holds nothing");
    Files.writeString(file, "kind: Config");
    assertRefused(file, null, "has no current context");
    Files.writeString(
        file, kubeconfig("one", "https://one.example").replace("cluster: one,", "cluster: x,"));
    assertRefused(file, null, "of which it does not say where it is");
  }

  private void assertRefused(Path file, String context, String part) {
    UnfitInputException refused =
        assertThrows(
            UnfitInputException.class, () -> KubeconfigFiles.find(file, context, Map.of(), home));
    assertTrue(refused.getMessage(), refused.getMessage().contains(part));
    assertFalse(refused.getMessage(), refused.getMessage().contains("password"));
  }

  private static String server(KubeconfigFiles found) {
    return Config.fromKubeconfig(found.text()).getMasterUrl();
  }

  private Path write(String name, String context, String server) throws IOException {
    return Files.writeString(folder.newFile(name).toPath(), kubeconfig(context, server));
  }

  private static String kubeconfig(String name, String server) {
    return """
    apiVersion: v1
    kind: Config
    current-context: %1$s
    clusters: [{name: %1$s, cluster: {server: '%2$s'}}]
    users: [{name: %1$s, user: {token: secret}}]
    contexts: [{name: %1$s, context: {cluster: %1$s, user: %1$s}}]
    """
        .formatted(name, server);
  }
}
