package io.jenkins.plugins.austa.cli.host.services;

import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.cli.host.cps.HostOwned;
import io.jenkins.plugins.austa.cli.host.flow.FlowTree;
import io.jenkins.plugins.austa.cli.host.flow.SecretMasker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What the host's own steps share within one run.
 *
 * @param settings what the run is about
 * @param flow the steps and stages so far
 * @param masker the secrets of the run
 * @param timer for everything that happens later; tasks must be short
 * @param folders where the run keeps its files
 * @param machine this machine, as an agent
 * @param workspaces who works where
 * @param sources the sources of the run
 * @param parameters the parameters of the run
 * @param stashes the stashed files
 * @param vault secrets that steps have bound
 * @param locks who holds what
 * @param milestones the milestones passed
 * @param tests the tests recorded
 */
public record HostServices(
    RunSettings settings,
    FlowTree flow,
    SecretMasker masker,
    ScheduledExecutorService timer,
    RunFolders folders,
    Machine machine,
    Workspaces workspaces,
    SourceCheckout sources,
    RunParameters parameters,
    Stashes stashes,
    SecretVault vault,
    LockTable locks,
    Milestones milestones,
    TestTotals tests)
    implements HostOwned {

  /** Makes the services of a run, and its folders. */
  public static HostServices create(
      RunSettings settings,
      FlowTree flow,
      SecretMasker masker,
      ScheduledExecutorService timer,
      Path artifacts)
      throws IOException {
    Path home = settings.home();
    RunFolders folders = RunFolders.create(home, artifacts);
    Path main = settings.inPlace() ? settings.sources() : home.resolve("workspace");
    return new HostServices(
        settings,
        flow,
        masker,
        timer,
        folders,
        new Machine(settings),
        new Workspaces(main, home),
        new SourceCheckout(settings),
        new RunParameters(settings.parameters()),
        new Stashes(folders.stashes()),
        new SecretVault(),
        new LockTable(),
        new Milestones(),
        new TestTotals());
  }

  /** Returns the services of the run a step belongs to. */
  public static HostServices of(StepContext context) throws IOException, InterruptedException {
    return context.get(HostServices.class);
  }

  @Override
  public String hostKey() {
    return "services";
  }
}
