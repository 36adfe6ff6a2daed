package io.jenkins.plugins.austa.engine.config;

/** How objects in a cluster may be called (RFC 1123 subdomain, at most 63 characters here). */
final class KubernetesName {
  static final String FORM = "[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?";

  private KubernetesName() {}
}
