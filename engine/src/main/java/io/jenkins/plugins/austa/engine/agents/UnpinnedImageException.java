package io.jenkins.plugins.austa.engine.agents;

/** A container would have to run an image that is known by no digest. */
public final class UnpinnedImageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String toolchain;

  /**
   * @param toolchain the toolchain without image
   */
  public UnpinnedImageException(String toolchain) {
    super(
        "There is no image for the toolchain \""
            + toolchain
            + "\". Name one with its digest in austa.yaml, agents.images."
            + toolchain
            + ": registry/name@sha256:…; images known by a tag alone are not run.");
    this.toolchain = toolchain;
  }

  /** The toolchain without image. */
  public String toolchain() {
    return toolchain;
  }
}
