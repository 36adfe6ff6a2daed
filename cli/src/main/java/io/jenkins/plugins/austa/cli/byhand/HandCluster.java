package io.jenkins.plugins.austa.cli.byhand;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.jenkins.plugins.austa.engine.access.AccessFinding;
import io.jenkins.plugins.austa.engine.access.AccessNeed;
import io.jenkins.plugins.austa.engine.access.ClusterAccess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** The cluster that a kubeconfig opens. */
public final class HandCluster implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final KubeconfigFiles kubeconfig;
  private final KubernetesClient client;

  private HandCluster(KubeconfigFiles kubeconfig, KubernetesClient client) {
    this.kubeconfig = kubeconfig;
    this.client = client;
  }

  /**
   * Makes a client; nothing is asked yet.
   *
   * @throws UnfitInputException when certificate, key or the program for a token cannot be used
   */
  public static HandCluster open(KubeconfigFiles kubeconfig) throws UnfitInputException {
    return open(kubeconfig, new OkHttpClientFactory());
  }

  /** A client all of whose requests go through {@code interceptor}. */
  HandCluster through(Interceptor interceptor) throws UnfitInputException {
    return open(
        kubeconfig,
        new OkHttpClientFactory() {
          @Override
          protected void additionalConfig(OkHttpClient.Builder builder) {
            builder.addInterceptor(interceptor);
          }
        });
  }

  private static HandCluster open(KubeconfigFiles kubeconfig, OkHttpClientFactory factory)
      throws UnfitInputException {
    try {
      Config config = Config.fromKubeconfig(kubeconfig.text());
      config.setRequestTimeout(TIMEOUT_MILLIS);
      config.setConnectionTimeout(TIMEOUT_MILLIS);
      config.setRequestRetryBackoffLimit(1);
      return new HandCluster(
          kubeconfig,
          new KubernetesClientBuilder().withConfig(config).withHttpClientFactory(factory).build());
    } catch (KubernetesClientException e) {
      // Its own message may quote a key.
      throw new UnfitInputException(
          "no client can be made of the context \""
              + kubeconfig.context()
              + "\": its certificate, key or login program cannot be used. Try kubectl --context "
              + kubeconfig.context()
              + " get namespaces");
    }
  }

  /** With request timeouts of its own; closed with this object. */
  public KubernetesClient client() {
    return client;
  }

  /** Where it is from. */
  public KubeconfigFiles kubeconfig() {
    return kubeconfig;
  }

  /** For people: context and address. */
  public String name() {
    return "context " + kubeconfig.context() + " (" + server() + ")";
  }

  private String server() {
    return client.getMasterUrl().toString().replaceFirst("/$", "");
  }

  /**
   * Makes sure that the cluster answers, has the namespace, and lets the account do what is needed.
   *
   * @param needs what is going to be done; empty for looking only
   * @return what is not as it should be but keeps nothing from being done, sentences
   * @throws IOException with one message that says what to do
   */
  public List<String> require(String namespace, List<AccessNeed> needs) throws IOException {
    List<AccessFinding> findings = new ClusterAccess(client, server()).obstacles(namespace, needs);
    String missing =
        findings.stream()
            .filter(finding -> finding.level() == AccessFinding.Level.MISSING)
            .map(HandCluster::text)
            .collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      // A namespace that is missing is most often a wrong context.
      throw new IOException(
          missing
              + " Nothing was touched. The kubeconfig's "
              + name()
              + "; name another one with --context if that is not the right cluster.");
    }
    return findings.stream().map(HandCluster::text).toList();
  }

  /** What is said of the controller elsewhere is said of this machine here. */
  private static String text(AccessFinding finding) {
    return finding.text().replace("the controller", "this machine");
  }

  @Override
  public void close() {
    client.close();
  }
}
