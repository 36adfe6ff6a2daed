package io.jenkins.plugins.austa.test.controller;

import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.AssumptionViolatedException;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * The plugin and its library on a real Jenkins, driven as users drive it. {@code -Dscenarios=}
 * takes beginnings of names: {@code library,pipeline,kill-verify}. Prints one table at its end.
 */
@RunWith(Parameterized.class)
public class RealControllerTest {
  private static final ScenarioTable TABLE = new ScenarioTable();
  private static Stage stage;

  private final Scenario scenario;

  public RealControllerTest(Scenario scenario) {
    this.scenario = scenario;
  }

  @Parameters(name = "{0}")
  public static List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(LibraryScenarios.all());
    all.addAll(PipelineScenarios.all());
    all.addAll(FaultScenarios.all());
    all.addAll(ApprovalScenarios.all());
    all.addAll(BrowserScenarios.all());
    all.addAll(RerunScenarios.all());
    all.addAll(KillScenarios.all());
    all.addAll(LoadScenarios.all());
    String selection = System.getProperty("scenarios", "");
    return all.stream().filter(one -> one.isSelectedBy(selection)).toList();
  }

  @Before
  public void aControllerIsThere() throws IOException, InterruptedException {
    Optional<ControllerKit> kit = ControllerKit.given();
    assumeTrue("No controller to start: " + ControllerKit.HOW, kit.isPresent());
    if (stage == null) {
      long start = System.nanoTime();
      Path folder = Path.of(System.getProperty("austa.runs"), "controller");
      Path own = folder.resolve(Long.toString(ProcessHandle.current().pid()));
      stage = new Stage(Controller.start(kit.get(), own), kit.get(), own);
      TABLE.add("(controller starts)", "up", since(start), Versions.of(stage.controller()));
    }
  }

  @Test
  public void plays() throws Exception {
    long start = System.nanoTime();
    try {
      String note = scenario.play().on(stage);
      TABLE.add(scenario.name(), "green", since(start), note);
    } catch (AssumptionViolatedException e) {
      TABLE.add(scenario.name(), "skipped", since(start), e.getMessage());
      throw e;
    } catch (Exception | AssertionError e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      TABLE.add(scenario.name(), "RED", since(start), why);
      throw e;
    }
  }

  @AfterClass
  public static void printTable() {
    if (stage != null) {
      stage.controller().close();
      TABLE.print(System.out);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
