package io.jenkins.plugins.austa.engine.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public class CallGraphTest {

  @Test
  public void knowsWhoCallsWhomAmongTheKnownServices() throws Exception {
    List<ServicePlan> services = services("services: {ai-service: , backend: , frontend: }\n");

    assertEquals(
        List.of("frontend", "backend", "ai-service"), names(CallGraph.callersFirst(services)));
    assertEquals(List.of("ai-service", "backend", "frontend"), names(services));
  }

  @Test
  public void aServiceThatIsNotThereIsNotCalled() throws Exception {
    assertEquals(List.of(), services("services: {frontend: , ai-service: }\n").get(0).calls());
  }

  @Test
  public void ordersByWhatIsSaid() throws Exception {
    List<ServicePlan> services =
        services(
            """
            services:
              labs:
              portal: {calls: [gateway]}
              gateway: {calls: [labs, backend]}
              backend: {calls: [labs]}
            """);

    assertEquals(
        List.of("portal", "gateway", "backend", "labs"), names(CallGraph.callersFirst(services)));
  }

  @Test
  public void refusesACallToNoService() {
    assertTrue(
        refused("services: {backend: {calls: [labz]}, labs: }\n")
            .contains(
                "services.backend.calls: \"labz\" is no service; the services are backend, labs"));
  }

  @Test
  public void refusesACircle() {
    assertTrue(
        refused("services: {backend: {calls: [labs]}, labs: {calls: [backend]}}\n")
            .contains("backend calls itself in the end"));
    assertTrue(
        refused("services: {labs: {calls: [labs]}}\n").contains("labs calls itself in the end"));
  }

  private static String refused(String yaml) {
    return assertThrows(InvalidConfigException.class, () -> services(yaml)).getMessage();
  }

  private static List<ServicePlan> services(String yaml) throws InvalidConfigException {
    Set<String> folders = Set.of("frontend", "backend", "ai-service", "labs", "portal", "gateway");
    return Planner.plan(
            "austa.yaml",
            ConfigReader.read("austa.yaml", yaml),
            new RepositoryFacts("cockpit", folders),
            new RunFacts("main", null, "0123456789abcdef"))
        .services();
  }

  private static List<String> names(List<ServicePlan> services) {
    return services.stream().map(ServicePlan::name).toList();
  }
}
