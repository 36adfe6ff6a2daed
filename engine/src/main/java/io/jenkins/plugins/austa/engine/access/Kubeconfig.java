package io.jenkins.plugins.austa.engine.access;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the current context of a kubeconfig says about a cluster and the account there.
 *
 * <p>The client's own loader never sees the file: it would start the programs and read the files
 * that a kubeconfig can name, here on the controller.
 */
public final class Kubeconfig {
  private final String fingerprint;
  private final URI server;
  private final KubeconfigEntry cluster;
  private final KubeconfigEntry user;

  Kubeconfig(String fingerprint, URI server, KubeconfigEntry cluster, KubeconfigEntry user) {
    this.fingerprint = fingerprint;
    this.server = server;
    this.cluster = cluster;
    this.user = user;
  }

  /**
   * Reads a kubeconfig.
   *
   * @param yaml the content of the file
   * @throws KubeconfigException when it is none, or when its current context needs a program or a
   *     file beside it
   */
  public static Kubeconfig read(String yaml) throws KubeconfigException {
    return KubeconfigReader.read(yaml);
  }

  /** Differs whenever the file differs; a SHA-256, so it gives nothing of the file away. */
  String fingerprint() {
    return fingerprint;
  }

  /** The API server: scheme, host and port, with nothing that could be a secret. */
  public String server() {
    int port = server.getPort();
    return server.getScheme() + "://" + server.getHost() + (port < 0 ? "" : ":" + port);
  }

  /** What works but should not be so; one sentence each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (cluster.flag("insecure-skip-tls-verify")) {
      warnings.add(
          "The certificate of "
              + server()
              + " is not checked (insecure-skip-tls-verify): whoever stands in between can read and"
              + " change everything. Put the cluster's certificate-authority-data into the kubeconfig"
              + " instead.");
    }
    if (server.getScheme().equals("http")) {
      warnings.add(
          "The API server is reached by plain HTTP: the account's token can be read on the way. Use"
              + " an https:// address.");
    }
    return warnings;
  }

  /**
   * Settings of a client; nothing is taken from the environment or the home directory.
   *
   * @param timeout for connecting, and for each request
   */
  public Config config(Duration timeout) {
    ConfigBuilder config = new ConfigBuilder(Config.empty()).withMasterUrl(server.toString());
    int millis = Math.toIntExact(timeout.toMillis());
    config.withConnectionTimeout(millis).withRequestTimeout(millis);
    boolean unchecked = cluster.flag("insecure-skip-tls-verify");
    config.withTrustCerts(unchecked).withDisableHostnameVerification(unchecked);
    cluster.text("certificate-authority-data").ifPresent(config::withCaCertData);
    cluster.text("proxy-url").ifPresent(proxy -> proxy(config, proxy));
    user.text("token").ifPresent(config::withOauthToken);
    user.text("username").ifPresent(config::withUsername);
    user.text("password").ifPresent(config::withPassword);
    user.text("client-certificate-data").ifPresent(config::withClientCertData);
    user.text("client-key-data").ifPresent(key -> clientKey(config, key));
    user.text("as").ifPresent(config::withImpersonateUsername);
    List<String> groups = user.texts("as-groups");
    if (!groups.isEmpty()) {
      config.withImpersonateGroups(groups.toArray(String[]::new));
    }
    return config.build();
  }

  private void proxy(ConfigBuilder config, String proxy) {
    if (server.getScheme().equals("https")) {
      config.withHttpsProxy(proxy);
    } else {
      config.withHttpProxy(proxy);
    }
  }

  private static void clientKey(ConfigBuilder config, String key) {
    String pem = Pem.decoded(key).orElse("");
    config.withClientKeyData(key).withClientKeyAlgo(pem.contains("BEGIN EC ") ? "EC" : "RSA");
  }

  /** The address only: all else could be a secret. */
  @Override
  public String toString() {
    return "Kubeconfig[" + server() + "]";
  }
}
