package io.jenkins.plugins.austa.cli.host.steps;

import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * {@code parameters([…])} inside {@code properties}.
 *
 * @param parameterDefinitions the parameters of the pipeline
 */
public record ParametersProperty(List<ParameterDefault> parameterDefinitions) {
  /** Called by binding. */
  @DataBoundConstructor
  public ParametersProperty {}
}
