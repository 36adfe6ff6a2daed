package io.jenkins.plugins.austa.sandbox;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.jenkins.plugins.austa.sandbox.access.ClusterAccess;
import io.jenkins.plugins.austa.sandbox.api.EventLog;
import io.jenkins.plugins.austa.sandbox.api.StoreEvent;
import io.jenkins.plugins.austa.sandbox.fault.Faults;
import io.jenkins.plugins.austa.sandbox.net.PromptSockets;
import java.net.URI;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * A Kubernetes cluster in this JVM: API server, controllers, a node whose pods are real HTTP
 * servers, and a public entry. Everything listens on 127.0.0.1.
 */
public final class SandboxCluster implements AutoCloseable {
  private final SandboxParts parts;

  private SandboxCluster(SandboxParts parts) {
    this.parts = parts;
  }

  /** A cluster with the defaults. */
  public static SandboxCluster start() {
    return builder().start();
  }

  public static SandboxBuilder builder() {
    return new SandboxBuilder(SandboxCluster::new);
  }

  /** Where the API server listens, with TLS. */
  public URI apiServer() {
    return URI.create("https://127.0.0.1:" + parts.apiPort());
  }

  /** What opens the API server: its certificate's authority and a token. */
  public ClusterAccess access() {
    return parts.access();
  }

  /** Where users come in. */
  public URI publicEntry() {
    return local(parts.entryPort());
  }

  /** Where the metrics API listens, in the way of Prometheus: {@code /api/v1/query}. */
  public URI metrics() {
    return local(parts.metricsPort());
  }

  /** What goes wrong here. */
  public Faults faults() {
    return parts.faults();
  }

  /**
   * Follows all changes of all objects from now on. The follower is called by the thread that makes
   * a change, before the change is answered: it must be quick, and must not ask this cluster.
   */
  public EventLog.Subscription follow(Consumer<StoreEvent> follower) {
    return parts.follow(follower);
  }

  /**
   * Has the pods that an autoscaler scales be so busy from now on; it hears of it at once.
   *
   * @param percentOfOnePod load in percent of what one pod requests; the pods share it evenly
   */
  public void load(String namespace, String autoscaler, int percentOfOnePod) {
    parts.load(namespace, autoscaler, percentOfOnePod);
  }

  /** A kubeconfig, as YAML, whose current context is this cluster. */
  public String kubeconfig() {
    return kubeconfig(access().token());
  }

  /** The same for another token, which {@link ClusterAccess#issue} gave out. */
  public String kubeconfig(String token) {
    return String.join(
        "\n",
        "apiVersion: v1",
        "kind: Config",
        "clusters:",
        "- name: austa-sandbox",
        "  cluster:",
        "    server: " + apiServer(),
        "    certificate-authority-data: " + access().authorityData(),
        "users:",
        "- name: austa-sandbox",
        "  user:",
        "    token: " + token,
        "contexts:",
        "- name: austa-sandbox",
        "  context:",
        "    cluster: austa-sandbox",
        "    user: austa-sandbox",
        "    namespace: default",
        "current-context: austa-sandbox",
        "");
  }

  /**
   * A new client, for the caller to close. Requests end after 10 s and are not repeated, so that a
   * fault is seen as it is.
   */
  public KubernetesClient client() {
    return client(access().token());
  }

  /** The same with another token, which {@link ClusterAccess#issue} gave out. */
  public KubernetesClient client(String token) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(apiServer().toString())
            .withNamespace("default")
            .withCaCertData(access().authorityData())
            .withOauthToken(token)
            .withHttp2Disable(true)
            .withConnectionTimeout(5_000)
            .withRequestTimeout(10_000)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new PromptHttp())
        .build();
  }

  private static final class PromptHttp extends OkHttpClientFactory {
    @Override
    protected void additionalConfig(OkHttpClient.Builder builder) {
      builder.socketFactory(new PromptSockets());
    }
  }

  /** Stops everything; no thread and no open port stays. */
  @Override
  public void close() {
    parts.close();
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
