package io.jenkins.plugins.austa.cli.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run is about; made by {@link PipelineHost#builder()}.
 *
 * @param sources the checked-out sources
 * @param inPlace whether the pipeline works in {@code sources} itself, not in a copy
 * @param jenkinsfile the pipeline
 * @param library the shared library
 * @param jobName full name of the job
 * @param buildNumber from 1 up
 * @param change what is being built
 * @param startedBy id of the user who started the run
 * @param environment variables that the pipeline sees everywhere
 * @param parameters values of the build's parameters
 * @param approvals how questions are answered
 * @param prompt who is asked when the policy says so
 * @param extraPath folders before the PATH of {@code sh}
 * @param shellEnvironment variables that only agents have, and so {@code sh}
 * @param home folder for state, log, artifacts
 */
public record RunSettings(
    Path sources,
    boolean inPlace,
    Path jenkinsfile,
    LibrarySource library,
    String jobName,
    int buildNumber,
    Change change,
    String startedBy,
    Map<String, String> environment,
    Map<String, Object> parameters,
    ApprovalPolicy approvals,
    Prompt prompt,
    List<Path> extraPath,
    Map<String, String> shellEnvironment,
    Path home) {}
