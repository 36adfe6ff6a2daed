package io.jenkins.plugins.austa.engine.report;

/**
 * One outside tool that the run relied on.
 *
 * @param name such as {@code trivy}
 * @param how {@link #REAL}, {@link #RECORDED} or {@link #STAND_IN}
 * @param provenance version of a real tool; where the recording came from; what stood in
 */
public record ToolReport(String name, String how, String provenance) {
  /** The tool itself ran. */
  public static final String REAL = "real";

  /** What it printed was recorded earlier and replayed; it did not run. */
  public static final String RECORDED = "recorded";

  /** Something else did its work. */
  public static final String STAND_IN = "stand-in";

  /** Whether the tool itself ran; a way that is not known does not count as such. */
  public boolean ranLive() {
    return REAL.equals(how);
  }
}
