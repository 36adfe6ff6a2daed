package io.jenkins.plugins.austa.engine.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of {@code austa.yaml}. The record component's name is the key; this annotation
 * gives the sentence that the reference shows and the value that applies when the key is absent.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** What the key is for, one or two sentences. */
  String value();

  /**
   * The default, written as one would write it in YAML; empty means "absent" (null, or an empty
   * list or map).
   */
  String byDefault() default "";

  /** How the default comes about when it is worked out instead of fixed, for the reference. */
  String derived() default "";

  /** Whether the key must be given. */
  boolean required() default false;

  /** The smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** A regular expression that text must match in full; empty allows any text. */
  String pattern() default "";
}
