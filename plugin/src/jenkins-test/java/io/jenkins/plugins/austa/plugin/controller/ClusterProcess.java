package io.jenkins.plugins.austa.plugin.controller;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.rules.ExternalResource;

/**
 * A sandbox cluster in a JVM of its own: its Kubernetes client is not of the version that Jenkins'
 * API plugin brings. What has to be asked of it is asked over HTTP.
 */
final class ClusterProcess extends ExternalResource {
  private static final String NAMESPACE = "austa-shop-production";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Process process;
  private URI apiServer;
  private URI publicEntry;
  private URI metrics;

  @Override
  protected void before() throws Throwable {
    String classes =
        Path.of(ClusterMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("austa.sandbox.classpath") + File.pathSeparator + classes,
                ClusterMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader says = process.inputReader();
    apiServer = address(says);
    publicEntry = address(says);
    metrics = address(says);
  }

  private static URI address(BufferedReader says) throws IOException {
    String line = says.readLine();
    if (line == null) {
      throw new IOException("the cluster did not start; is -Dausta.sandbox.classpath set?");
    }
    return URI.create(line);
  }

  @Override
  protected void after() {
    process.destroy();
  }

  /** Where users come in. */
  URI publicEntry() {
    return publicEntry;
  }

  /** Where Prometheus' API is. */
  URI metrics() {
    return metrics;
  }

  /** What opens it. */
  String kubeconfig() {
    return kubeconfig(apiServer);
  }

  /** What opens a cluster whose API server needs nothing but its address. */
  static String kubeconfig(URI apiServer) {
    return """
    apiVersion: v1
    kind: Config
    clusters: [{name: sandbox, cluster: {server: '%s'}}]
    users: [{name: sandbox, user: {token: a-secret-token}}]
    contexts: [{name: sandbox, context: {cluster: sandbox, user: sandbox}}]
    current-context: sandbox
    """
        .formatted(apiServer);
  }

  /** Installs the only service in one colour, as Helm would with the plugin's chart. */
  void install(String colour, int revision) throws IOException, InterruptedException {
    String labels =
        """
        {"app.kubernetes.io/name": "frontend",
         "app.kubernetes.io/instance": "austa-production-%1$s",
         "austa.io/release": "austa-production",
         "austa.io/colour": "%1$s", "austa.io/revision": "%2$d"}
        """
            .formatted(colour, revision);
    String selector =
        """
        {"app.kubernetes.io/name": "frontend",
         "app.kubernetes.io/instance": "austa-production-%s"}
        """
            .formatted(colour);
    String name = "austa-production-frontend-" + colour;
    post(
        "/apis/apps/v1/namespaces/" + NAMESPACE + "/deployments",
        """
        {"apiVersion": "apps/v1", "kind": "Deployment",
         "metadata": {"name": "%1$s", "namespace": "%2$s", "labels": %3$s},
         "spec": {"replicas": 1, "selector": {"matchLabels": %4$s},
          "template": {"metadata": {"labels": %3$s}, "spec": {"containers": [
           {"name": "frontend", "image": "registry.example.com/shop/frontend",
            "env": [{"name": "AUSTA_SERVICE", "value": "frontend"},
             {"name": "AUSTA_COLOUR", "value": "%5$s"}, {"name": "AUSTA_REVISION", "value": "%6$d"}],
            "ports": [{"name": "http", "containerPort": 8080}],
            "readinessProbe": {"httpGet": {"path": "/healthz", "port": "http"}}}]}}}}
        """
            .formatted(name, NAMESPACE, labels, selector, colour, revision));
    post(
        "/api/v1/namespaces/" + NAMESPACE + "/services",
        """
        {"apiVersion": "v1", "kind": "Service",
         "metadata": {"name": "%s", "namespace": "%s", "labels": %s},
         "spec": {"selector": %s, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}}
        """
            .formatted(name, NAMESPACE, labels, selector));
  }

  /** The colour that a user gets to see. */
  String colourOfPublicAnswers() throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(publicEntry).build(), HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("X-Austa-Colour")
        .orElse("none");
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(apiServer.resolve(path))
                .header("Authorization", "Bearer a-secret-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
  }
}
