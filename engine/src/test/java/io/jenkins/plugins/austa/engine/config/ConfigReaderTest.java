package io.jenkins.plugins.austa.engine.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class ConfigReaderTest {

  @Test
  public void fillsInEveryDefaultWhenTheFileIsEmpty() throws Exception {
    AustaConfig config = ConfigReader.read("austa.yaml", "");

    assertEquals(SecurityConfig.Severity.HIGH, config.security().threshold());
    assertEquals(List.of("linux/amd64", "linux/arm64"), config.build().platforms());
    assertTrue(config.services().isEmpty());
  }

  @Test
  public void fillsInTheDefaultsOfWhatIsOnlyNamed() throws Exception {
    AustaConfig config = ConfigReader.read("austa.yaml", "environments:\n  production:\n");

    EnvironmentConfig production = config.environments().get("production");
    assertEquals(Duration.ofMinutes(5), production.verify().window());
    assertEquals(0.01, production.verify().errorRate().value(), 1e-9);
    assertEquals(List.of("main"), production.branches());
  }

  @Test
  public void readsEveryKindOfValue() throws Exception {
    AustaConfig config =
        ConfigReader.read(
            "austa.yaml",
            """
            platform: cockpit
            services:
              backend:
                kind: node
                port: 3000
                checks:
                  unit: {run: npm test, junit: reports/junit.xml}
            environments:
              production:
                strategy: blue-green
                replicas: {backend: 5}
                approval: {required: true, timeout: 2h}
                verify: {errorRate: 0.5%, onInconclusive: hold}
            """);

    assertEquals(3000, config.services().get("backend").port().intValue());
    assertEquals("npm test", config.services().get("backend").checks().get("unit").run());
    EnvironmentConfig production = config.environments().get("production");
    assertEquals(EnvironmentConfig.Strategy.BLUE_GREEN, production.strategy());
    assertEquals(5, production.replicas().get("backend").intValue());
    assertEquals(Duration.ofHours(2), production.approval().timeout());
    assertEquals(0.005, production.verify().errorRate().value(), 1e-9);
    assertEquals(EnvironmentConfig.Inconclusive.HOLD, production.verify().onInconclusive());
  }

  @Test
  public void readsTheRouterAndItsGateway() throws Exception {
    EnvironmentConfig production =
        ConfigReader.read(
                "austa.yaml",
                """
                environments:
                  production:
                    router: gateway
                    gateway: {name: public, namespace: gateways, listener: https}
                """)
            .environments()
            .get("production");

    assertEquals(EnvironmentConfig.RouterKind.GATEWAY, production.router());
    assertEquals(
        new EnvironmentConfig.Gateway("public", "gateways", "https"), production.gateway());
    assertEquals(EnvironmentConfig.RouterKind.INGRESS, EnvironmentConfig.defaults().router());
  }

  @Test
  public void aGatewayHasToBeNamedForTheRouterThatNeedsOne() {
    ConfigProblem none = only("environments:\n  production:\n    router: gateway\n");
    assertEquals("environments.production.gateway.name", none.key());
    assertEquals(3, none.line());
    assertTrue(none.message(), none.message().contains("gateway: {name: public"));

    ConfigProblem unnamed =
        only(
            "environments:\n"
                + "  production:\n"
                + "    router: gateway\n"
                + "    gateway: {namespace: gateways}\n");
    assertEquals("environments.production.gateway.name", unnamed.key());
    assertEquals(4, unnamed.line());
  }

  @Test
  public void keysOfRoutersThatWouldHaveNoEffectAreMistakes() {
    ConfigProblem other =
        only("environments:\n  production:\n    router: service\n    gateway: {name: public}\n");
    assertEquals("environments.production.gateway", other.key());
    assertTrue(other.message(), other.message().contains("no effect with the router service"));

    ConfigProblem rolling = only("environments:\n  staging:\n    router: service\n");
    assertEquals("environments.staging.router", rolling.key());
    assertTrue(rolling.message(), rolling.message().contains("not blue-green"));
  }

  @Test
  public void anUnknownRouterIsNamedWithThoseThereAre() {
    ConfigProblem problem = only("environments:\n  production:\n    router: gatway\n");

    assertEquals(
        "\"gatway\" is not known; did you mean \"gateway\"?; allowed: one of ingress, gateway,"
            + " service",
        problem.message());
  }

  @Test
  public void namesKeyFileLineAndNearestKeyForAnUnknownKey() {
    ConfigProblem problem = only("platform: cockpit\nsecurty:\n  threshold: high\n");

    assertEquals("austa.yaml", problem.file());
    assertEquals(2, problem.line());
    assertEquals("securty", problem.key());
    assertTrue(problem.message(), problem.message().contains("did you mean \"security\"?"));
    assertTrue(problem.message(), problem.message().contains("allowed here: platform, services"));
  }

  @Test
  public void namesWhatIsAllowedForAWrongType() {
    ConfigProblem problem = only("environments:\n  production:\n    verify:\n      window: soon\n");

    assertEquals(4, problem.line());
    assertEquals("environments.production.verify.window", problem.key());
    assertEquals(
        "\"soon\" is not a duration; allowed: duration, such as 30s, 5m or 24h", problem.message());
  }

  @Test
  public void namesTheConstantsOfAChoice() {
    ConfigProblem problem = only("security:\n  threshold: hihg\n");

    assertEquals(
        "\"hihg\" is not known; did you mean \"high\"?; allowed: one of low, medium, high,"
            + " critical",
        problem.message());
  }

  @Test
  public void refusesAMappingWhereTextBelongs() {
    assertEquals("a mapping stands here; allowed: text", only("platform: {a: b}\n").message());
  }

  @Test
  public void refusesNumbersOutOfRange() {
    ConfigProblem problem = only("services:\n  backend:\n    port: 70000\n");

    assertEquals("70000 is out of range; allowed: 1 to 65535", problem.message());
  }

  @Test
  public void refusesShareAboveOneHundredPercent() {
    assertTrue(
        only("environments:\n  p:\n    verify: {errorRate: 150%}\n")
            .message()
            .contains("is not between 0% and 100%"));
  }

  @Test
  public void namesAMissingRequiredKey() {
    ConfigProblem problem =
        only("security:\n  suppressions:\n    - {id: CVE-1, reason: r, owner: me}\n");

    assertEquals("security.suppressions[0].until", problem.key());
    assertTrue(problem.message(), problem.message().startsWith("is missing"));
  }

  @Test
  public void findsAllMistakesAtOnce() {
    String text =
        """
        platfrom: a
        security: {threshold: none}
        build: {platforms: linux/amd64}
        notifications: {slack: {chanel: x}}
        """;

    assertEquals(List.of(1, 2, 3, 4), problems(text).stream().map(ConfigProblem::line).toList());
  }

  @Test
  public void refusesAKeyGivenTwice() {
    assertEquals(
        "is given twice (first on line 1); keep one", only("platform: a\nplatform: b\n").message());
  }

  @Test
  public void refusesAliasesInsteadOfReadingThemAsText() {
    assertTrue(
        problems("platform: &a cockpit\nnotifications: {slack: {channel: *a}}\n")
            .get(0)
            .message()
            .contains("is a YAML alias"));
  }

  @Test
  public void refusesASecondDocument() {
    assertTrue(only("platform: a\n---\nplatform: b\n").message().contains("second YAML document"));
  }

  @Test
  public void namesTheLineOfBrokenYaml() {
    ConfigProblem problem = only("platform: a\nsecurity: [\n");

    assertTrue(problem.toString(), problem.toString().startsWith("austa.yaml:"));
    assertTrue(problem.message(), problem.message().startsWith("is not valid YAML"));
  }

  private static ConfigProblem only(String text) {
    List<ConfigProblem> problems = problems(text);
    assertEquals(problems.toString(), 1, problems.size());
    return problems.get(0);
  }

  private static List<ConfigProblem> problems(String text) {
    return assertThrows(InvalidConfigException.class, () -> ConfigReader.read("austa.yaml", text))
        .problems();
  }
}
