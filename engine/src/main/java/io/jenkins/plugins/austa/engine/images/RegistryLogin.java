package io.jenkins.plugins.austa.engine.images;

import java.util.Optional;

/** Finds what a registry is logged into with. */
@FunctionalInterface
public interface RegistryLogin {

  /** For registries that ask for none. */
  RegistryLogin NONE = registry -> Optional.empty();

  /**
   * @param registry host of the registry, with its port if it has one
   * @return {@code user:password} in Base64, as the Authorization header has it; a secret
   */
  Optional<String> basic(String registry);
}
