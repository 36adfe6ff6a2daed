package io.jenkins.plugins.austa.engine.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.SecurityConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EffectivePolicyTest {
  private static final String PROTECTED = "security: {protectPolicy: true, threshold: low}";
  private static final String SMUGGLED =
      """
      security:
        threshold: critical
        suppressions: [{id: CVE-1, reason: mine, owner: me, until: 2099-01-01}]
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aChangeCannotBringTheSuppressionOfWhatItBrings() throws Exception {
    EffectivePolicy policy = ofChange(SMUGGLED, PROTECTED, 0);

    assertEquals(List.of(), policy.security().suppressions());
    assertEquals(SecurityConfig.Severity.LOW, policy.security().threshold());
    assertTrue(policy.notes().get(0).contains("the policy of main holds"));
    assertEquals(List.of(), policy.broken());
  }

  @Test
  public void norCanItLeaveAScannerOut() throws Exception {
    EffectivePolicy policy = ofChange("security: {scanners: [trivy]}", PROTECTED, 0);

    assertTrue(policy.broken().get(0).toString().contains("leaves out: [NPM_AUDIT, BANDIT]"));
  }

  @Test
  public void norTakeTheProtectionAway() throws Exception {
    EffectivePolicy policy = ofChange("security: {protectPolicy: false}", PROTECTED, 0);

    assertTrue(policy.security().protectPolicy());
  }

  @Test
  public void withoutProtectionTheChangesOwnHolds() throws Exception {
    SecurityConfig own = read(SMUGGLED);

    assertSame(own, EffectivePolicy.ofChange(own, "main", file(""), 0).security());
    assertSame(own, EffectivePolicy.own(own).security());
  }

  @Test
  public void whatCannotBeReadBreaksTheGateOnlyWhereItIsProtected() throws Exception {
    assertEquals(1, ofChange(PROTECTED, PROTECTED, 128).broken().size());
    assertEquals(1, ofChange(PROTECTED, PROTECTED, null).broken().size());
    EffectivePolicy open = ofChange(SMUGGLED, PROTECTED, 128);
    assertEquals(List.of(), open.broken());
    assertTrue(open.notes().get(0).contains("could not be read"));
    SecurityConfig own = read(PROTECTED);
    Path gone = folder.getRoot().toPath().resolve("gone");
    assertEquals(1, EffectivePolicy.ofChange(own, "main", gone, 0).broken().size());
  }

  @Test
  public void mistakesInItBreakTheGate() throws Exception {
    EffectivePolicy policy = ofChange(SMUGGLED, "security: {treshold: low}", 0);

    assertTrue(policy.broken().get(0).toString().contains("did you mean \"threshold\"?"));
  }

  private EffectivePolicy ofChange(String own, String target, Integer exitCode) throws Exception {
    return EffectivePolicy.ofChange(read(own), "main", file(target), exitCode);
  }

  private static SecurityConfig read(String yaml) throws Exception {
    return ConfigReader.read("austa.yaml", yaml).security();
  }

  private Path file(String content) throws Exception {
    Path file = folder.newFile().toPath();
    Files.writeString(file, content);
    return file;
  }
}
