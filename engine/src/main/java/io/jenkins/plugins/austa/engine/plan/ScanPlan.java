package io.jenkins.plugins.austa.engine.plan;

/**
 * One run of a scanner.
 *
 * @param name shown in the log and as the parallel branch's name
 * @param scanner {@code trivy}, {@code npm-audit} or {@code bandit}
 * @param service the service scanned
 * @param platform the image platform scanned; null for a scan of sources
 * @param toolchain the container it runs in, where stages run in pods
 * @param command the shell command, to run in the workspace's root
 * @param report the report it writes, relative to the workspace
 */
public record ScanPlan(
    String name,
    String scanner,
    String service,
    String platform,
    String toolchain,
    String command,
    String report) {}
