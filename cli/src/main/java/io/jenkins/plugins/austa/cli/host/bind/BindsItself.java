package io.jenkins.plugins.austa.cli.host.bind;

import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;

/** A descriptor whose step has no fixed parameters, such as {@code parallel}. */
public interface BindsItself {

  /**
   * Creates the step from the arguments as the program gave them.
   *
   * @throws Exception when they do not fit
   */
  Step bind(Map<String, Object> arguments) throws Exception;
}
