package io.jenkins.plugins.austa.engine.access;

/** A kubeconfig to change one thing of. */
final class KubeconfigText {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Config
      current-context: here
      clusters:
      - name: elsewhere
        cluster:
          server: https://elsewhere.example.org
          certificate-authority: /etc/ssl/elsewhere.pem
      - name: cluster
        cluster:
          server: SERVER
          CLUSTER
      users:
      - name: somebody
        user:
          exec:
            command: /bin/touch
      - name: deployer
        user:
          USER
      contexts:
      - name: here
        context:
          cluster: cluster
          user: deployer
      """;

  private String server = "https://127.0.0.1:1";
  private String cluster = "extensions: []";
  private String user = "token: t0ken";

  KubeconfigText server(String address) {
    server = address;
    return this;
  }

  /** A field of the cluster in use. */
  KubeconfigText cluster(String field) {
    cluster = field;
    return this;
  }

  /** A field of the user in use, in place of the token. */
  KubeconfigText user(String field) {
    user = field;
    return this;
  }

  @Override
  public String toString() {
    return TEXT.replace("SERVER", server).replace("CLUSTER", cluster).replace("USER", user);
  }
}
