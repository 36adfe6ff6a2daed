package jenkins.util;

import java.util.Locale;
import org.jvnet.localizer.Localizable;

/** A text that is the same in every language. */
public class NonLocalizable extends Localizable {
  private static final long serialVersionUID = 1L;

  private final String nonLocalizable;

  /** Stands for {@code nonLocalizable} itself. */
  public NonLocalizable(final String nonLocalizable) {
    super(null, nonLocalizable);
    this.nonLocalizable = nonLocalizable;
  }

  @Override
  public String toString(final Locale locale) {
    return nonLocalizable;
  }

  @Override
  public String toString() {
    return nonLocalizable;
  }
}
