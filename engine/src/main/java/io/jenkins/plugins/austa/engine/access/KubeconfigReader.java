package io.jenkins.plugins.austa.engine.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jenkins.plugins.austa.engine.digest.Sha256;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a kubeconfig's current context names and refuses what would start a program or read a
 * file on the controller.
 */
final class KubeconfigReader {
  private static final int LONGEST = 1024 * 1024;
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
  private static final List<String> PROGRAMS = List.of("exec", "auth-provider");
  private static final List<String> FILES =
      List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");
  private static final List<String> PEM =
      List.of("certificate-authority-data", "client-certificate-data", "client-key-data");

  private final JsonNode root;
  private final String fingerprint;

  private KubeconfigReader(JsonNode root, String fingerprint) {
    this.root = root;
    this.fingerprint = fingerprint;
  }

  static Kubeconfig read(String yaml) throws KubeconfigException {
    if (yaml.length() > LONGEST) {
      throw new KubeconfigException("It is larger than 1 MiB, so it is no kubeconfig.");
    }
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root == null || !root.isObject() || !root.path("clusters").isArray()) {
        throw new KubeconfigException("It has no clusters, so it is no kubeconfig.");
      }
      return new KubeconfigReader(root, Sha256.of(yaml)).current();
    } catch (JsonProcessingException e) {
      // Only the line: the parser's own message quotes the file.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new KubeconfigException(
          "It is not YAML that can be read" + (line > 0 ? " (line " + line + ")" : "") + ".");
    }
  }

  private Kubeconfig current() throws KubeconfigException {
    String name = root.path("current-context").asText("");
    if (name.isEmpty()) {
      throw new KubeconfigException(
          "It has no current-context. Set one with kubectl config use-context.");
    }
    KubeconfigEntry context = named("contexts", "context", name, "current-context");
    String clusterName = context.text("cluster").orElse("");
    KubeconfigEntry cluster = named("clusters", "cluster", clusterName, "current context");
    KubeconfigEntry user =
        context.has("user")
            ? named("users", "user", context.text("user").orElse(""), "current context")
            : new KubeconfigEntry(JsonNodeFactory.instance.objectNode());
    refusePrograms(user);
    refuseFiles(cluster, user);
    refuseBroken(cluster, user);
    return new Kubeconfig(fingerprint, server(cluster), cluster, user);
  }

  private KubeconfigEntry named(String list, String kind, String name, String by)
      throws KubeconfigException {
    for (JsonNode each : root.path(list)) {
      if (each.path("name").asText("").equals(name) && each.path(kind).isObject()) {
        return new KubeconfigEntry(each.path(kind));
      }
    }
    throw new KubeconfigException("The " + kind + " that its " + by + " names is not in it.");
  }

  private static void refusePrograms(KubeconfigEntry user) throws KubeconfigException {
    for (String program : PROGRAMS) {
      if (user.has(program)) {
        throw new KubeconfigException(
            "Its user has \""
                + program
                + "\", which would start a program on the Jenkins controller; that is refused. Use the"
                + " token or the client certificate of a service account.");
      }
    }
  }

  private static void refuseFiles(KubeconfigEntry cluster, KubeconfigEntry user)
      throws KubeconfigException {
    List<String> named =
        FILES.stream().filter(field -> cluster.has(field) || user.has(field)).toList();
    if (!named.isEmpty()) {
      throw new KubeconfigException(
          "It refers to files on the machine it was made on ("
              + String.join(", ", named)
              + "); that is refused. Embed them with kubectl config view --raw --flatten.");
    }
  }

  private static void refuseBroken(KubeconfigEntry cluster, KubeconfigEntry user)
      throws KubeconfigException {
    List<String> broken = new ArrayList<>();
    for (String field : PEM) {
      for (KubeconfigEntry entry : List.of(cluster, user)) {
        entry
            .text(field)
            .filter(data -> Pem.decoded(data).isEmpty())
            .ifPresent(data -> broken.add(field));
      }
    }
    if (!broken.isEmpty()) {
      throw new KubeconfigException(
          "Its " + String.join(", ", broken) + " is not PEM in Base64. Upload the file again.");
    }
    if (cluster.has("tls-server-name")) {
      throw new KubeconfigException(
          "Its cluster has \"tls-server-name\", which is not supported: the certificate of the API"
              + " server must name the address under \"server\".");
    }
  }

  private static URI server(KubeconfigEntry cluster) throws KubeconfigException {
    try {
      URI server = new URI(cluster.text("server").orElse(""));
      boolean known = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
      if (known && server.getHost() != null && server.getRawUserInfo() == null) {
        return server;
      }
    } catch (URISyntaxException e) {
      // The message below says all there is to say without quoting the file.
    }
    throw new KubeconfigException(
        "The server of its cluster is no address such as https://api.example.org:6443.");
  }
}
