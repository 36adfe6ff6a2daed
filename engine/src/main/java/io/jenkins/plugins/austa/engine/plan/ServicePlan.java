package io.jenkins.plugins.austa.engine.plan;

import java.util.List;

/**
 * A service with everything decided.
 *
 * @param name the service's name
 * @param path its folder, relative to the repository
 * @param kind {@code node}, {@code python} or {@code other}
 * @param toolchain the container its commands run in, where stages run in pods
 * @param port the container port
 * @param route the prefix of its public route
 * @param health the path that answers 200 when it is well
 * @param calls names of the services it calls
 * @param repository the image's name with its registry, without tag
 * @param dockerfile relative to {@code path}
 * @param install the shell command that fetches dependencies; null when none
 * @param migrations folder of its Prisma migrations relative to the repository; null when none
 * @param contract whether its migrations may break the running version
 * @param checks its checks, which run in parallel
 */
public record ServicePlan(
    String name,
    String path,
    String kind,
    String toolchain,
    int port,
    String route,
    String health,
    List<String> calls,
    String repository,
    String dockerfile,
    String install,
    String migrations,
    boolean contract,
    List<CheckPlan> checks) {

  /** A plan that was made before calls were known of says nothing about them. */
  public ServicePlan {
    calls = calls == null ? List.of() : List.copyOf(calls);
  }
}
