package io.jenkins.plugins.austa.engine.gate.github;

import java.io.Serializable;

/**
 * How an upload ended.
 *
 * @param processed whether GitHub has taken the results in
 * @param reason why not, and what to do; null when it has
 */
public record CodeScanningResult(boolean processed, String reason) implements Serializable {
  static CodeScanningResult done() {
    return new CodeScanningResult(true, null);
  }

  static CodeScanningResult failed(String reason) {
    return new CodeScanningResult(false, reason);
  }
}
