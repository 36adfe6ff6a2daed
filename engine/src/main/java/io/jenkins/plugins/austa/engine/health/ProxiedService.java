package io.jenkins.plugins.austa.engine.health;

import java.net.URI;

/**
 * A Kubernetes Service as the API server's proxy reaches it.
 *
 * @param namespace its namespace
 * @param name its name; its port is the one named {@code http}
 */
public record ProxiedService(String namespace, String name) {

  /**
   * The path on the API server, without host. See "Manually constructing apiserver proxy URLs" in
   * the Kubernetes documentation.
   *
   * @param path absolute path of the service
   */
  URI address(String path) {
    return URI.create(
        "/api/v1/namespaces/%s/services/http:%s:http/proxy%s".formatted(namespace, name, path));
  }
}
