package io.jenkins.plugins.austa.plugin.controller;

import io.jenkins.plugins.austa.sandbox.SandboxCluster;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.rules.ExternalResource;

/**
 * A sandbox cluster in a JVM of its own, since its Kubernetes client is not of the version that
 * Jenkins' API plugin brings. Its libraries are those in the file {@code austa.sandbox.classpath}.
 */
final class ClusterProcess extends ExternalResource {
  static final String CREATED = "created";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Process process;
  private BufferedReader says;
  private Writer objects;
  private String kubeconfig;
  private URI publicEntry;
  private URI metrics;

  @Override
  protected void before() throws Throwable {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                ClusterMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    says = process.inputReader(StandardCharsets.UTF_8);
    objects = process.outputWriter(StandardCharsets.UTF_8);
    kubeconfig = new String(Base64.getDecoder().decode(next()), StandardCharsets.UTF_8);
    publicEntry = URI.create(next());
    metrics = URI.create(next());
  }

  private static String classPath() throws Exception {
    return String.join(
        File.pathSeparator,
        placeOf(ClusterMain.class),
        placeOf(SandboxCluster.class),
        Files.readString(Path.of(System.getProperty("austa.sandbox.classpath"))).strip());
  }

  private static String placeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
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
    return kubeconfig;
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

  /** Installs one colour in production, as Helm would with the plugin's chart. */
  void install(String colour, int revision) throws IOException {
    install("austa-shop-production", "austa-production", "-" + colour, colour, revision);
  }

  /** Installs what is deployed rolling in staging, as Helm would with the plugin's chart. */
  void installStaging(int revision) throws IOException {
    install("austa-shop-staging", "austa-staging", "", "none", revision);
  }

  private void install(String namespace, String release, String suffix, String colour, int revision)
      throws IOException {
    String metadata =
        """
        {"name": "%2$s-frontend%3$s", "namespace": "%1$s", "labels": {
         "app.kubernetes.io/name": "frontend", "app.kubernetes.io/instance": "%2$s%3$s",
         "austa.io/release": "%2$s", "austa.io/colour": "%4$s", "austa.io/revision": "%5$d"}}
        """
            .formatted(namespace, release, suffix, colour, revision);
    String selector =
        """
        {"app.kubernetes.io/name": "frontend", "app.kubernetes.io/instance": "%s%s"}
        """
            .formatted(release, suffix);
    create(
        """
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": %1$s,
         "spec": {"replicas": 1, "selector": {"matchLabels": %2$s},
          "template": {"metadata": %1$s, "spec": {"containers": [
           {"name": "frontend", "image": "registry.example.com/shop/frontend@sha256:%5$s",
            "env": [{"name": "AUSTA_SERVICE", "value": "frontend"},
             {"name": "AUSTA_COLOUR", "value": "%3$s"}, {"name": "AUSTA_REVISION", "value": "%4$d"}],
            "ports": [{"name": "http", "containerPort": 8080}],
            "readinessProbe": {"httpGet": {"path": "/healthz", "port": "http"}}}]}}}}
        """
            .formatted(metadata, selector, colour, revision, digest(revision)));
    create(
        """
        {"apiVersion": "v1", "kind": "Service", "metadata": %s,
         "spec": {"selector": %s, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}}
        """
            .formatted(metadata, selector));
  }

  /** That of the image that {@link Rollouts} asks for, the first revision "a", the second "b". */
  private static String digest(int revision) {
    return Character.toString('a' + revision - 1).repeat(64);
  }

  /** The colour that a user gets to see. */
  String colourOfPublicAnswers() throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(publicEntry).build(), HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("X-Austa-Colour")
        .orElse("none");
  }

  private void create(String json) throws IOException {
    objects.write(json.replace('\n', ' ') + "\n");
    objects.flush();
    String answer = next();
    if (!answer.equals(CREATED)) {
      throw new IOException("the cluster said " + answer + " to " + json);
    }
  }

  private String next() throws IOException {
    String line = says.readLine();
    if (line == null) {
      throw new IOException("the cluster has ended; its error output says why");
    }
    return line;
  }
}
