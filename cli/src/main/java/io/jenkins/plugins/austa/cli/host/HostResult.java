package io.jenkins.plugins.austa.cli.host;

import hudson.model.Result;
import hudson.model.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/**
 * How a run went.
 *
 * @param result the result of the run
 * @param run the run, with the actions that steps attached to it
 * @param stages the outermost stages and branches, in the order they started
 * @param flow the run's graph, complete
 * @param cpsSteps how many steps the program started
 * @param flowNodes how many flow nodes Jenkins would have stored: one for a step without a body,
 *     two for one with a body and two more for each run of a body, two for the run itself
 * @param tests the tests recorded by {@code junit}
 * @param duration from start to end
 * @param log the whole log, secrets masked
 * @param artifacts folder with the archived files; does not exist when nothing was archived
 * @param failure what ended the run, empty when it came to its end
 */
public record HostResult(
    Result result,
    Run<?, ?> run,
    List<StageRecord> stages,
    FlowExecution flow,
    int cpsSteps,
    int flowNodes,
    TestCounts tests,
    Duration duration,
    Path log,
    Path artifacts,
    Optional<Throwable> failure) {}
