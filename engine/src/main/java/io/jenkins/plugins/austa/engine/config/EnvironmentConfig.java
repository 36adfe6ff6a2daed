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
          Duration timeout,
      @Setting(
              value = "Restarts of the containers of one Deployment that are accepted.",
              byDefault = "2",
              min = 0)
          Integer maxRestarts,
      @Setting("What services have to answer, beside their own health paths.") List<HttpCheck> http,
      @Setting("Where a WebSocket has to open.") List<WebSocketCheck> webSockets) {}

  /** What a service has to answer to a GET before any user sees it. */
  public record HttpCheck(
      @Setting(value = "The service.", required = true) String service,
      @Setting(value = "Path that is asked.", required = true, pattern = "/.*") String path,
      @Setting(value = "The HTTP status.", byDefault = "200", min = 100, max = 599) Integer status,
      @Setting("For headers by name, a regular expression that the whole value matches.")
          Map<String, String> headers,
      @Setting("A regular expression that is found in the body.") String body,
      @Setting("For JSON Pointers (RFC 6901), such as `/status`, the value they lead to.")
          Map<String, String> json,
      @Setting("The longest time that a share of the requests may take; not measured when absent.")
          Duration latency,
      @Setting(
              value = "That share of the requests, as a percentile.",
              byDefault = "95",
              min = 1,
              max = 99)
          Integer percentile,
      @Setting(value = "Requests that are made to find out.", byDefault = "20", min = 1, max = 500)
          Integer samples) {}

  /** Where a WebSocket has to open before any user sees the service. */
  public record WebSocketCheck(
      @Setting(value = "The service.", required = true) String service,
      @Setting(value = "Path of the handshake.", required = true, pattern = "/.*") String path) {}

  /** A number of Prometheus that must not be exceeded once users are on the new version. */
  public record MetricCheck(
      @Setting(
              value = "What it is called in messages.",
              required = true,
              pattern = "[a-z0-9]([a-z0-9-]*[a-z0-9])?")
          String name,
      @Setting(
              value =
                  "PromQL that yields one number; {{namespace}}, {{release}}, {{colour}} and {{window}} are"
                      + " filled in.",
              required = true)
          String query,
      @Setting("Highest acceptable number.") Double limit,
      @Setting(
              value =
                  "Highest acceptable multiple of the number that the old version had when traffic was"
                      + " switched.",
              min = 0)
          Double overBaseline) {}

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
      @Setting("Other numbers of Prometheus, such as latency.") List<MetricCheck> metrics,
      @Setting(value = "What to do when a signal has no data.", byDefault = "revert")
          Inconclusive onInconclusive) {}

  /** What happens to the old version. */
  public record Retire(
      @Setting(value = "How long open connections get to end.", byDefault = "30s") Duration drain,
      @Setting(value = "Revisions kept in the history.", byDefault = "10", min = 1, max = 50)
          Integer history) {}
}
