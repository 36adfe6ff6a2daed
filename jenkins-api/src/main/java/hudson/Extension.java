package hudson;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import jenkins.YesNoMaybe;
import net.java.sezpoz.Indexable;

/** Marks a component that is found through the index sezpoz writes when the class is compiled. */
@Indexable
@Retention(RUNTIME)
@Target({TYPE, FIELD, METHOD})
@Documented
public @interface Extension {
  /** Components with a higher number come first. */
  double ordinal() default 0;

  /** A component whose classes cannot be linked is left out silently when this is true. */
  @Deprecated
  boolean optional() default false;

  /** Whether the component may be loaded without restarting the controller. */
  YesNoMaybe dynamicLoadable() default YesNoMaybe.MAYBE;
}
