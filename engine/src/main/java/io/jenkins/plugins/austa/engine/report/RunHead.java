package io.jenkins.plugins.austa.engine.report;

import java.time.Instant;

/**
 * What is known of a run apart from what its stages contributed.
 *
 * @param platform name from {@code austa.yaml}
 * @param result SUCCESS, UNSTABLE, FAILURE, ABORTED or NOT_BUILT; null while the run goes on
 * @param branch that was built; null when there is none
 * @param commit full hash; null when there is none
 * @param version that the images carry; null when the run did not get that far
 * @param startedBy person or trigger
 * @param startedAt start of the run; all offsets count from here
 * @param durationMillis until the end, or until now
 * @param cpsSteps pipeline steps that the CPS engine executed
 * @param flowNodes nodes of the run's flow graph
 * @param failure one line; null when nothing failed
 * @param failureKind null when nothing failed, or nobody knows of which kind it is
 */
public record RunHead(
    String platform,
    String result,
    String branch,
    String commit,
    String version,
    String startedBy,
    Instant startedAt,
    long durationMillis,
    int cpsSteps,
    int flowNodes,
    String failure,
    FailureKind failureKind) {}
