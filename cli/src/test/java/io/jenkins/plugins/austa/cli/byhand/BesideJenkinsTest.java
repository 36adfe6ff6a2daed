package io.jenkins.plugins.austa.cli.byhand;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.Commanded;
import io.jenkins.plugins.austa.sandbox.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A deployment by hand and one by Jenkins exclude each other and see each other's history. */
public class BesideJenkinsTest {
  private static final Map<String, String> GREEN = Map.of("austa.io/colour", "green");

  @Rule public final Shop shop = new Shop();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void whatJenkinsHoldsNobodyTouchesByHand() throws Exception {
    shop.deployed("v1");
    JenkinsBuild build = JenkinsBuild.preparing(shop, home(), "");
    assertEquals(build.log(), Result.SUCCESS, build.result());
    String before = shop.everything();

    Commanded deploy = shop.austa("deploy", "-e", "production", "-t", "v2", "--yes");
    Commanded dry = shop.austa("deploy", "-e", "production", "-t", "v2", "--dry-run");
    Commanded back = shop.austa("rollback", "-e", "production", "--yes");
    Commanded older = shop.austa("rollback", "-e", "production", "--to", "1", "--yes");

    for (Commanded refused : new Commanded[] {deploy, back, older}) {
      assertEquals(refused.out() + refused.err(), 1, refused.exitCode());
      assertTrue(refused.err(), refused.err().contains("shop#12"));
    }
    assertEquals(dry.out() + dry.err(), 1, dry.exitCode());
    assertEquals(before, shop.everything());
    String status = shop.austa("status", "-e", "production").requireSuccess().out();
    assertTrue(status, status.contains("lease    shop#12 until "));
    assertTrue(status, status.contains("by build shop#12"));
  }

  @Test
  public void whatIsDeployedByHandJenkinsLeavesAlone() throws Exception {
    shop.deployed("v1");
    Fault neverReady = shop.cluster().faults().neverReady(GREEN);
    CompletableFuture<Commanded> byHand =
        CompletableFuture.supplyAsync(
            () -> shop.austa("deploy", "-e", "production", "-t", "v2", "--yes"));
    shop.untilStatusSays("is checking by build");

    JenkinsBuild build = JenkinsBuild.preparing(shop, home(), "");

    assertEquals(build.log(), Result.FAILURE, build.result());
    assertTrue(build.log(), build.log().contains("is held by build "));
    assertTrue(build.log(), build.log().contains(" by hand, process "));
    neverReady.close();
    Commanded ended = byHand.get(120, TimeUnit.SECONDS);
    assertEquals(ended.out() + ended.err(), 0, ended.exitCode());
  }

  @Test
  public void eachSeesTheOthersHistory() throws Exception {
    shop.austa("deploy", "-e", "production", "-t", "v1", "--yes", "--reason", "ward 4 waits")
        .requireSuccess();

    JenkinsBuild build =
        JenkinsBuild.preparing(
            shop, home(), "austaRevert(environment: 'production', reason: 'second thoughts')");

    assertEquals(build.log(), Result.SUCCESS, build.result());
    String status = shop.austa("status", "-e", "production").requireSuccess().out();
    assertTrue(status, status.contains("deployed by shop#12 [manual]"));
    assertTrue(status, status.contains("second thoughts"));

    JenkinsBuild look =
        JenkinsBuild.planned(shop, home(), "austaStatus(environment: 'production')");
    assertEquals(look.log(), Result.SUCCESS, look.result());
    assertTrue(look.log(), look.log().contains("ward 4 waits"));
  }

  private Path home() throws IOException {
    return folder.newFolder().toPath();
  }
}
