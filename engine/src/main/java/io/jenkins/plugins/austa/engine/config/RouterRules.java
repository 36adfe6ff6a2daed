package io.jenkins.plugins.austa.engine.config;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.util.List;
import java.util.Optional;

/** What the keys about routers ask of each other. Pure. */
final class RouterRules {
  private static final String ENVIRONMENTS = "environments";
  private static final String ROUTER = "router";
  private static final String GATEWAY = "gateway";

  private final String file;
  private final YamlNode root;
  private final List<ConfigProblem> problems;

  /**
   * @param root what {@code austa.yaml} says, for the lines
   * @param problems receives what is wrong
   */
  RouterRules(String file, YamlNode root, List<ConfigProblem> problems) {
    this.file = file;
    this.root = root;
    this.problems = problems;
  }

  void check(AustaConfig config) {
    config.environments().forEach(this::check);
  }

  private void check(String name, EnvironmentConfig environment) {
    String key = ENVIRONMENTS + "." + name + ".";
    Optional<YamlNode.Entry> router = entry(name, ROUTER);
    Optional<YamlNode.Entry> gateway = entry(name, GATEWAY);
    boolean wanted = environment.router() == RouterKind.GATEWAY;
    if (router.isPresent() && !environment.isBlueGreen(name)) {
      problem(
          router.get(),
          key + ROUTER,
          "has no effect, because this environment is not blue-green; remove it, or set strategy:"
              + " blue-green");
    } else if (wanted && environment.gateway().name() == null) {
      problem(
          gateway.or(() -> router).orElseThrow(),
          key + GATEWAY + ".name",
          "is missing; the router gateway attaches an HTTPRoute to a Gateway, so name it, such as"
              + " gateway: {name: public, namespace: gateways}");
    } else if (!wanted && gateway.isPresent()) {
      problem(
          gateway.get(),
          key + GATEWAY,
          "has no effect with the router "
              + ScalarType.yamlName(environment.router())
              + "; remove it, or set router: gateway");
    }
  }

  private Optional<YamlNode.Entry> entry(String environment, String key) {
    return child(root, ENVIRONMENTS)
        .flatMap(all -> child(all.value(), environment))
        .flatMap(one -> child(one.value(), key));
  }

  private static Optional<YamlNode.Entry> child(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get(key))
        : Optional.empty();
  }

  private void problem(YamlNode.Entry at, String key, String message) {
    problems.add(new ConfigProblem(file, at.line(), key, message));
  }
}
