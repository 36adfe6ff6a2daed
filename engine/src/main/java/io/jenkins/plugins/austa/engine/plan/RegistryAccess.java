package io.jenkins.plugins.austa.engine.plan;

/**
 * How the registry is reached.
 *
 * @param host the registry's host, with its port if it has one
 * @param pushCredentialsId id of the credential that may push; null when the agent is logged in
 * @param pullCredentialsId id of the credential that scanners pull with; null when none is needed
 */
public record RegistryAccess(String host, String pushCredentialsId, String pullCredentialsId) {

  static RegistryAccess of(String registry, String pushCredentialsId, String pullCredentialsId) {
    return new RegistryAccess(
        registry.replaceFirst("/.*", ""), pushCredentialsId, pullCredentialsId);
  }
}
