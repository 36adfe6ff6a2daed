package io.jenkins.plugins.austa.engine.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.Test;

public class SecurityRulesTest {
  @Test
  public void readsTheWholePolicy() throws Exception {
    SecurityConfig security =
        ConfigReader.read(
                "austa.yaml",
                """
                security:
                  threshold: medium
                  thresholds:
                    - {scanner: bandit, least: critical}
                    - {fixable: false, least: none}
                  budgets: {high: 5}
                  graceDays: 7
                  newOnly: true
                  baseline: security/baseline.json
                  protectPolicy: true
                  longestSuppressionDays: 90
                  suppressions:
                    - {purl: "pkg:npm/lodash@4.*", reason: build only, owner: Ada, until: 2027-01-31}
                """)
            .security();

    assertEquals(SecurityConfig.Least.NONE, security.thresholds().get(1).least());
    assertEquals(5, (int) security.budgets().high());
    assertEquals(7, security.graceDays());
    assertTrue(security.newOnly() && security.protectPolicy());
    assertEquals("pkg:npm/lodash@4.*", security.suppressions().get(0).purl());
  }

  /** The gate reads the reports on an agent, and has to know the policy there. */
  @Test
  public void thePolicyTravelsBetweenMachines() throws Exception {
    String yaml =
        """
        security:
          thresholds: [{scanner: bandit, least: critical}]
          budgets: {high: 5}
          suppressions: [{id: CVE-1, reason: r, owner: o, until: 2027-01-31}]
          codeScanning: {credentialsId: github}
        """;
    SecurityConfig security = ConfigReader.read("austa.yaml", yaml).security();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(security);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(security, in.readObject());
    }
  }

  @Test
  public void everyMistakeNamesKeyLineAndWhatIsAllowed() {
    assertProblem(
        "security:\n  threshold: severe\n",
        "austa.yaml:2: security.threshold: \"severe\" is not known",
        "allowed: one of low, medium, high, critical");
    assertProblem(
        "security:\n  thresholds:\n    - {scanner: bandit, least: hihg}\n",
        "austa.yaml:3: security.thresholds[0].least: \"hihg\" is not known; did you mean \"high\"?",
        "allowed: one of none, low, medium, high, critical");
    assertProblem(
        "security:\n  thresholds:\n    - {least: high}\n",
        "austa.yaml:3: security.thresholds[0]: fits every finding");
    assertProblem(
        "services: {backend: {}}\nsecurity:\n  thresholds:\n    - {service: backnd, least: high}\n",
        "austa.yaml:4: security.thresholds[0].service: \"backnd\" is no service",
        "did you mean \"backend\"?");
    assertProblem(
        "security:\n  budgets:\n    high: -1\n",
        "austa.yaml:3: security.budgets.high: -1 is out of range; allowed: 0 or more");
    assertProblem(
        "security:\n  graceDays: 400\n",
        "austa.yaml:2: security.graceDays: 400 is out of range; allowed: 0 to 90");
  }

  @Test
  public void aSuppressionMustCoverSomethingAndEndOnADay() {
    assertSuppressionProblem("reason: r, owner: o, until: 2027-01-01", "covers nothing");
    assertSuppressionProblem(
        "id: CVE-1, reason: r, owner: o, until: 2027-02-30", "is no day of the calendar");
    assertSuppressionProblem("id: CVE-1, owner: o, until: 2027-01-01", "reason: is missing");
    assertSuppressionProblem("id: CVE-1, reason: ' ', owner: o, until: 2027-01-01", "is blank");
    assertSuppressionProblem("id: CVE-1, reason: r, until: 2027-01-01", "owner: is missing");
    assertSuppressionProblem("id: CVE-1, reason: r, owner: o, until: soon", "it must match");
    assertSuppressionProblem("purl: '*', reason: r, owner: o, until: 2027-01-01", "it must match");
    assertSuppressionProblem(
        "purl: 'pkg:npm/*', reason: r, owner: o, until: 2027-01-01", "it must match");
  }

  private static void assertSuppressionProblem(String suppression, String text) {
    assertProblem(
        "security:\n  suppressions:\n    - {" + suppression + "}\n",
        "austa.yaml:3: security.suppressions[0]",
        text);
  }

  private static void assertProblem(String yaml, String... texts) {
    InvalidConfigException e =
        assertThrows(InvalidConfigException.class, () -> ConfigReader.read("austa.yaml", yaml));
    for (String text : texts) {
      assertTrue(e.getMessage(), e.getMessage().contains(text));
    }
  }
}
