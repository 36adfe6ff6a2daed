package io.jenkins.plugins.austa.cli.host.steps;

import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code choice(name: …, choices: […])}; the first choice is the default. */
public final class ChoiceParameter extends ParameterDefault {
  private static final long serialVersionUID = 1L;
  private final ArrayList<String> choices = new ArrayList<>();

  /** Called by binding. */
  @DataBoundConstructor
  public ChoiceParameter(String name) {
    super(name);
  }

  /** Sets the choices, as a list or as one text with a choice per line. */
  @DataBoundSetter
  public void setChoices(Object choices) {
    this.choices.clear();
    if (choices instanceof List<?> list) {
      list.forEach(choice -> this.choices.add(String.valueOf(choice)));
    } else {
      String.valueOf(choices).lines().forEach(this.choices::add);
    }
  }

  /** Accepted; the host shows no form. */
  @DataBoundSetter
  public void setDescription(String description) {
    // Nothing to show it in.
  }

  @Override
  public Object value() {
    return choices.isEmpty() ? "" : choices.get(0);
  }
}
