package io.jenkins.plugins.austa.engine.report;

/**
 * One scanner's part in the security gate.
 *
 * @param scanner name of the tool
 * @param service what it looked at
 * @param platform image platform, such as {@code linux/arm64}; null where it did not scan an image
 * @param result {@code passed}, {@code failed} or {@code broken}
 */
public record ScannerReport(String scanner, String service, String platform, String result) {}
