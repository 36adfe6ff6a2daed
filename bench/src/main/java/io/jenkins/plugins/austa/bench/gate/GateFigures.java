package io.jenkins.plugins.austa.bench.gate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was measured over one report.
 *
 * @param findings how many it has
 * @param bytes how long it is
 * @param ratioToScan speed of the gate, in speeds of a bare scan of the tokens
 * @param ratioToAnalysisModel speed of the gate, in speeds of the other parser; null when that was
 *     left out
 * @param peakHeapBytes the most heap that the gate's JVM ever used, garbage included
 * @param microsPerFinding time of the gate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GateFigures(
    int findings,
    long bytes,
    double ratioToScan,
    Double ratioToAnalysisModel,
    long peakHeapBytes,
    double microsPerFinding) {}
