package io.jenkins.plugins.austa.cli.host.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the parameters that a step has in Jenkins and that mean nothing on this host. They are
 * accepted with any value, so that Jenkinsfiles need no change.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Ignores {
  /** Names of the parameters. */
  String[] value();
}
