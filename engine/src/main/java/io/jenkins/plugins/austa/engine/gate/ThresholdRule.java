package io.jenkins.plugins.austa.engine.gate;

import java.io.Serializable;

/**
 * Another threshold for some findings.
 *
 * @param scanner findings of this scanner; null for any
 * @param service findings of this service; null for any
 * @param fixable findings with a known fix, or without; null for both
 * @param threshold the least severity that decides; null when none does
 */
public record ThresholdRule(String scanner, String service, Boolean fixable, Severity threshold)
    implements Serializable {
  public ThresholdRule {
    if (threshold == Severity.UNKNOWN) {
      throw new IllegalArgumentException("a threshold must be a severity that somebody gives");
    }
  }

  boolean fits(String scannerName, String serviceName, boolean hasFix) {
    return (scanner == null || scanner.equals(scannerName))
        && (service == null || service.equals(serviceName))
        && (fixable == null || fixable == hasFix);
  }
}
