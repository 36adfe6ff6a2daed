package io.jenkins.plugins.austa.engine.plan;

import io.jenkins.plugins.austa.engine.config.ConfigProblem;
import io.jenkins.plugins.austa.engine.config.ServiceConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which service calls which. Pure. */
public final class CallGraph {
  private static final Map<String, String> KNOWN_CALLS =
      Map.of("frontend", "backend", "backend", "ai-service");

  private CallGraph() {}

  /**
   * The services that a service calls.
   *
   * @param all names of all services of the platform
   */
  static List<String> calls(String name, ServiceConfig service, Set<String> all) {
    if (!service.calls().isEmpty()) {
      return service.calls();
    }
    String known = KNOWN_CALLS.get(name);
    return known != null && all.contains(known) ? List.of(known) : List.of();
  }

  /** Says which calls cannot be: to services that do not exist, and round in a circle. */
  static List<ConfigProblem> problems(String file, List<ServicePlan> services) {
    List<ConfigProblem> problems = new ArrayList<>();
    List<String> names = services.stream().map(ServicePlan::name).toList();
    for (ServicePlan service : services) {
      String key = "services." + service.name() + ".calls";
      service.calls().stream()
          .filter(callee -> !names.contains(callee))
          .map(callee -> problem(file, key, "\"" + callee + "\" is no service", names))
          .forEach(problems::add);
      if (problems.isEmpty() && reaches(service.name(), service.name(), services)) {
        problems.add(
            problem(
                file,
                key,
                service.name()
                    + " calls itself in the end, so there is no order to move them in; leave the call"
                    + " out that can do with an older version",
                names));
        return problems;
      }
    }
    return problems;
  }

  /**
   * The services with every caller before those it calls; in the order given where that leaves a
   * choice.
   */
  public static List<ServicePlan> callersFirst(List<ServicePlan> services) {
    List<ServicePlan> left = new ArrayList<>(services);
    List<ServicePlan> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      ServicePlan next =
          left.stream()
              .filter(one -> left.stream().noneMatch(caller -> calls(caller, one)))
              .findFirst()
              .orElse(left.get(0));
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean calls(ServicePlan caller, ServicePlan callee) {
    return caller != callee && caller.calls().contains(callee.name());
  }

  private static boolean reaches(String from, String to, List<ServicePlan> services) {
    Set<String> reached = new LinkedHashSet<>();
    List<String> next = new ArrayList<>(callees(from, services));
    while (!next.isEmpty()) {
      String one = next.remove(0);
      if (reached.add(one)) {
        next.addAll(callees(one, services));
      }
    }
    return reached.contains(to);
  }

  private static List<String> callees(String name, List<ServicePlan> services) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .flatMap(service -> service.calls().stream())
        .toList();
  }

  private static ConfigProblem problem(
      String file, String key, String what, List<String> services) {
    return new ConfigProblem(
        file, 0, key, what + "; the services are " + String.join(", ", services));
  }
}
