package io.jenkins.plugins.austa.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One environment: how it is deployed and what must hold there. Where it is (cluster, credentials,
 * public address, Prometheus) is the Jenkins administrator's to say, not the repository's.
 */
public record EnvironmentConfig(
    @Setting(
            value = "How a new version replaces the old one.",
            derived = "`blue-green` for production, `rolling` for others")
        Strategy strategy,
    @Setting(value = "Branches that may deploy here.", byDefault = "[main]") List<String> branches,
    @Setting(value = "Kubernetes namespace.", derived = "`austa-<platform>-<environment>`")
        String namespace,
    @Setting(value = "Name of the Helm release.", derived = "`austa-<environment>`") String release,
    @Setting(
            value = "Host of the public route; any host when it is left out.",
            pattern = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
        String host,
    @Setting(
            value =
                "What moves traffic between the versions of a blue-green environment: one Ingress, one"
                    + " HTTPRoute of the Gateway API (`gateway`), or stable Services whose selectors move"
                    + " one after the other (`service`).",
            byDefault = "ingress")
        RouterKind router,
    @Setting("The Gateway that the HTTPRoute is attached to, with the router `gateway`.")
        Gateway gateway,
    @Setting(
            value = "Replicas by service, for the first deployment; later ones keep what runs.",
            derived = "1 each")
        Map<String, Integer> replicas,
    @Setting("Who must agree before it is deployed.") Approval approval,
    @Setting("Checks of the new version before any user sees it.") Health health,
    @Setting("Checks of the new version once users see it.") Verify verify,
    @Setting("What happens to the old version.") Retire retire) {

  /** One with nothing but defaults, as when the key stands there with nothing behind it. */
  public static EnvironmentConfig defaults() {
    return Defaults.of(EnvironmentConfig.class);
  }

  /**
   * Whether two versions run side by side and traffic is moved at once.
   *
   * @param name the environment's name, which decides where the strategy is left open
   */
  public boolean isBlueGreen(String name) {
    return strategy == null ? name.equals("production") : strategy == Strategy.BLUE_GREEN;
  }

  /** How a new version replaces the old one. */
  public enum Strategy {
    ROLLING,
    BLUE_GREEN
  }

  /** What moves traffic between the versions. */
  public enum RouterKind {
    INGRESS,
    GATEWAY,
    SERVICE
  }

  /** The Gateway that an HTTPRoute is attached to; somebody else looks after it. */
  public record Gateway(
      @Setting(
              value = "Name of the Gateway; must be given with the router `gateway`.",
              pattern = KubernetesName.FORM)
          String name,
      @Setting(
              value = "Its namespace. It must let routes from the environment's namespace in.",
              derived = "the environment's",
              pattern = KubernetesName.FORM)
          String namespace,
      @Setting(
              value = "The one of its listeners to attach to.",
              derived = "all that let the route in",
              pattern = KubernetesName.FORM)
          String listener) {}

  /** What to do when a signal has no data. */
  public enum Inconclusive {
    REVERT,
    HOLD
  }

  /** Who must agree. The person who started the run or wrote the change never counts. */
  public record Approval(
      @Setting(value = "Whether somebody must agree.", derived = "true for production")
          Boolean required,
      @Setting("Users or groups who may agree; anyone with the permission when empty.")
          List<String> approvers,
      @Setting(value = "How long to wait before the run ends.", byDefault = "24h")
          Duration timeout) {}

  /** Checks of the new version before any user sees it. */
  public record Health(
      @Setting(value = "How long it may take until every pod is available.", byDefault = "10m")
          Duration timeout) {}

  /** Checks of the new version once users see it. */
  public record Verify(
      @Setting(value = "How long to watch.", byDefault = "5m") Duration window,
      @Setting(value = "How often to ask Prometheus.", byDefault = "10s") Duration interval,
      @Setting(value = "Largest share of requests that may fail.", byDefault = "1%")
          Ratio errorRate,
      @Setting(
              value =
                  "PromQL for the share of failing requests; {{namespace}}, {{release}}, {{colour}} and"
                      + " {{window}} are filled in.",
              derived = "the 5xx share of `http_requests_total`")
          String errorRateQuery,
      @Setting(
              value =
                  "How long it may take until the public address answers with the new version only.",
              byDefault = "1m")
          Duration convergence,
      @Setting(value = "What to do when a signal has no data.", byDefault = "revert")
          Inconclusive onInconclusive) {}

  /** What happens to the old version. */
  public record Retire(
      @Setting(value = "How long open connections get to end.", byDefault = "30s") Duration drain,
      @Setting(value = "Revisions kept in the history.", byDefault = "10", min = 1, max = 50)
          Integer history) {}
}
