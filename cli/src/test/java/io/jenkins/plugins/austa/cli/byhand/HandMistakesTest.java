package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.cli.Commanded;
import io.jenkins.plugins.austa.sandbox.fault.ApiMatch;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What goes wrong on the way to the cluster is one message, and touches nothing. */
public class HandMistakesTest {
  @ClassRule public static final Shop shop = new Shop();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aMissingKubeconfigIsTheCallersMistake() {
    assertSays(
        2,
        "there is no kubeconfig",
        shop.austa(folder.getRoot().toPath().resolve("nothing"), "status", "-e", "production"));
  }

  @Test
  public void aKubeconfigThatIsNoneIsTheCallersMistake() throws IOException {
    assertSays(2, "it holds nothing", shop.austa(kubeconfig(""), "status", "-e", "production"));
  }

  @Test
  public void anotherContextIsNamed() {
    assertSays(
        2,
        "has no context \"elsewhere\"; it has [austa-sandbox]",
        shop.austa("status", "-e", "production", "--context", "elsewhere"));
  }

  @Test
  public void aServerThatDoesNotAnswerIsNamed() throws IOException {
    String unreachable =
        shop.cluster().kubeconfig().replaceAll("server: .*", "server: https://127.0.0.1:1");

    for (String[] words :
        new String[][] {
          {"status", "-e", "production"},
          {"rollback", "-e", "production", "--yes"},
          {"deploy", "-e", "production", "-t", "v1", "--yes"},
          {"deploy", "-e", "production", "-t", "v1", "--dry-run"}
        }) {
      assertSays(
          1, "Nothing listens at https://127.0.0.1:1", shop.austa(kubeconfig(unreachable), words));
    }
  }

  @Test
  public void aTokenThatIsNotAcceptedIsSaid() throws IOException {
    String expired = shop.cluster().kubeconfig().replaceAll("token: .*", "token: expired");

    assertSays(
        1,
        "does not accept the account (HTTP 401)",
        shop.austa(kubeconfig(expired), "status", "-e", "production"));
  }

  @Test
  public void aTokenThatHasRunOutIsSaid() {
    try (Fault runOut = shop.cluster().faults().expire(shop.cluster().access().token())) {
      for (String[] words :
          new String[][] {
            {"status", "-e", "staging"},
            {"rollback", "-e", "production", "--yes"},
            {"deploy", "-e", "production", "-t", "v1", "--yes"}
          }) {
        assertSays(1, "does not accept the account (HTTP 401)", shop.austa(words));
      }
    }
  }

  @Test
  public void aReleaseThatHelmDoesNotFinishIsFoundBeforeAnythingIsTouched() throws Exception {
    try {
      shop.pending(Shop.PRODUCTION, "austa-production-blue", "pending-install");
      shop.pending(Shop.STAGING, "austa-staging", "pending-upgrade");
      String before = shop.everything();
      for (String option : List.of("--yes", "--dry-run")) {
        Commanded production = shop.austa("deploy", "-e", "production", "-t", "v1", option);
        assertSays(1, "release austa-production-blue is in pending-install", production);
        assertSays(1, "if nobody is deploying, mend it by helm rollback", production);
        assertSays(1, "Nobody holds the environment's lease. Nothing was touched.", production);
      }
      assertSays(
          1,
          "release austa-staging is in pending-upgrade",
          shop.austa("deploy", "-e", "staging", "-t", "v1"));
      assertEquals(before, shop.everything());
    } finally {
      shop.client().secrets().inAnyNamespace().withLabel("owner", "helm").delete();
    }
  }

  @Test
  public void aRegistryThatDoesNotAnswerIsNamed() throws Exception {
    Path elsewhere = folder.newFolder("elsewhere").toPath();
    Files.createDirectory(elsewhere.resolve("frontend"));
    Files.createDirectory(elsewhere.resolve("backend"));
    Files.writeString(
        elsewhere.resolve("austa.yaml"),
        Files.readString(shop.repository().resolve("austa.yaml"))
            .replaceFirst("registry: [0-9.:]+", "registry: 127.0.0.1:1"));

    Commanded call =
        Commanded.run(
            "deploy",
            "-e",
            "staging",
            "-t",
            "v1",
            "-C",
            elsewhere.toString(),
            "--kubeconfig",
            kubeconfig(shop.cluster().kubeconfig()).toString());

    assertSays(1, "127.0.0.1:1", call);
    assertSays(1, "With --image SERVICE=NAME@sha256", call);
  }

  @Test
  public void aFolderThatIsNoneIsTheCallersMistake() {
    assertSays(2, "name the repository with -C", Commanded.run("status", "-C", "/nowhere/at/all"));
  }

  @Test
  public void aRightThatIsMissingIsNamed() throws Exception {
    try (var denied = denied(ApiMatch.any().withVerb("update").withKind("ingresses"))) {
      assertSays(
          1,
          "The account may not update ingresses.networking.k8s.io in " + Shop.PRODUCTION,
          shop.austa("deploy", "-e", "production", "-t", "v1", "--yes"));
    }
    try (var denied = denied(ApiMatch.any().withVerb("get").withKind("configmaps"))) {
      assertSays(1, "Could not read the rollout record", shop.austa("status", "-e", "production"));
    }
  }

  @Test
  public void aNamespaceThatIsMissingIsMostLikelyAnotherCluster() {
    shop.client().namespaces().withName(Shop.STAGING).delete();
    try {
      assertSays(
          1,
          "There is no namespace " + Shop.STAGING + ". Create it, or name another one.",
          shop.austa("deploy", "-e", "staging", "-t", "v1"));
    } finally {
      shop.namespace(Shop.STAGING);
    }
  }

  @Test
  public void productionTakesAWordAndThereIsNobodyToGiveIt() {
    assertSays(
        2,
        "there is no terminal to ask at; say --yes",
        shop.austa("deploy", "-e", "production", "-t", "v1"));
    assertSays(2, "there is no terminal to ask at", shop.austa("rollback", "-e", "production"));
  }

  @Test
  public void anImageThatIsNotThereIsNamed() {
    Commanded none = shop.austa("deploy", "-e", "production", "-t", "none", "--yes");

    assertSays(1, "has no image 127.0.0.1:", none);
    assertTrue(none.err(), none.err().contains("/shop/backend:none"));
    assertTrue(none.err(), none.err().contains("With --image SERVICE=NAME@sha256"));
  }

  @Test
  public void anImageIsGivenByDigestAndForAServiceThatThereIs() {
    assertSays(
        2,
        "an image is given by digest",
        shop.austa("deploy", "-e", "production", "-t", "v1", "--image", "backend=shop/backend:v1"));
    assertSays(
        2,
        "there is no service \"database\"; there are [frontend, backend]",
        shop.austa(
            "deploy",
            "-e",
            "production",
            "-t",
            "v1",
            "--image",
            "database=x@sha256:" + "a".repeat(64)));
  }

  @Test
  public void wrongWordsAreTheCallersMistake() {
    assertSays(
        2,
        "there is no environment \"prod\" in austa.yaml; it has [staging, production]",
        shop.austa("status", "-e", "prod"));
    assertSays(
        2,
        "\"yesterday\" is no revision",
        shop.austa("rollback", "-e", "production", "--to", "yesterday", "--yes"));
    assertSays(
        2,
        "staging is deployed rolling by austa.yaml",
        shop.austa("deploy", "-e", "staging", "-t", "v1", "--blue-green"));
    assertSays(2, "Missing required option", Commanded.run("deploy", "-t", "v1"));
  }

  @Test
  public void goingBackBeforeAnythingWasRolledOutIsRefused() {
    assertSays(
        1,
        "There is no going back to the previous revision: nothing has been rolled out yet",
        shop.austa("rollback", "-e", "production", "--yes"));
  }

  private static AutoCloseable denied(ApiMatch match) {
    return shop.cluster().faults().deny(match)::close;
  }

  private Path kubeconfig(String text) throws IOException {
    return Files.writeString(folder.newFile().toPath(), text);
  }

  private static void assertSays(int exitCode, String part, Commanded call) {
    assertTrue(call.err(), call.err().contains(part));
    assertEquals(call.err(), exitCode, call.exitCode());
    assertFalse("one message, no stack trace\n" + call.err(), call.err().contains("\tat "));
  }
}
