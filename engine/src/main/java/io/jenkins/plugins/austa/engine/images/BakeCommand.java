package io.jenkins.plugins.austa.engine.images;

import io.jenkins.plugins.austa.engine.plan.RegistryAccess;
import io.jenkins.plugins.austa.engine.plan.ShellWord;

/** The command that builds and pushes all images of a run. */
public final class BakeCommand {
  /** The variables in which the command expects the registry's credential. */
  public static final String USERNAME = "REGISTRY_USERNAME";

  public static final String PASSWORD = "REGISTRY_PASSWORD";

  private BakeCommand() {}

  /**
   * The shell command.
   *
   * @param bakeFile the file that {@link BakeFile} made
   * @param metadataFile where BuildKit writes what it built
   * @param registry how the registry is reached
   */
  public static String of(String bakeFile, String metadataFile, RegistryAccess registry) {
    String build =
        "docker buildx bake --file "
            + ShellWord.quote(bakeFile)
            + " --metadata-file "
            + ShellWord.quote(metadataFile)
            + " --push";
    return registry.pushCredentialsId() == null ? build : login(registry.host()) + build;
  }

  /**
   * The login is kept in a folder of this command alone, so that no later build on the agent finds
   * it; the agent's own builders stay known.
   */
  private static String login(String host) {
    return """
        set -e
        export BUILDX_CONFIG="${BUILDX_CONFIG:-${DOCKER_CONFIG:-$HOME/.docker}/buildx}"
        DOCKER_CONFIG="$(mktemp -d)"
        export DOCKER_CONFIG
        trap 'rm -rf "$DOCKER_CONFIG"' EXIT
        printf %s "$REGISTRY_PASSWORD" | docker login --username "$REGISTRY_USERNAME" --password-stdin \
        """
        + ShellWord.quote(host)
        + "\n";
  }
}
