package io.jenkins.plugins.austa.plugin.run;

import io.jenkins.plugins.austa.engine.report.StageTree;

/**
 * What a report says of the graph of a run, as of the moment when it was read.
 *
 * @param stages stages and parallel branches
 * @param steps calls of steps, those still running and the one that writes the report included. A
 *     step with a body counts once, however often its body runs. Neither the starts and ends of
 *     blocks nor the parallel branches count, nor what the CPS engine does between steps. So the
 *     number is the same on every controller and on the local host.
 * @param nodes nodes that the run's graph has: one for a step without a body, two for one with a
 *     body and two more for each run of a body, one for the start of the run; the nodes for the
 *     ends of what still runs come later
 */
public record FlowSummary(StageTree.Stages stages, int steps, int nodes) {}
