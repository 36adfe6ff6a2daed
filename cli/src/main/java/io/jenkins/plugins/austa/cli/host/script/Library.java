package io.jenkins.plugins.austa.cli.host.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code @Library('austa') _} as a Jenkinsfile writes it. Whatever the name and version, it means
 * the library that the host was given.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({
  ElementType.PACKAGE,
  ElementType.TYPE,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.LOCAL_VARIABLE
})
public @interface Library {
  /** Names, each possibly followed by {@code @version}. */
  String[] value();

  /** Accepted for compatibility with Jenkins. */
  boolean changelog() default true;
}
