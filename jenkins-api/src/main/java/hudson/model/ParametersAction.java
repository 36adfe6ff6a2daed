package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import java.util.Iterator;
import java.util.List;
import jenkins.model.RunAction2;

/** The values of a build's parameters; variables of the build too. */
public class ParametersAction
    implements RunAction2, Iterable<ParameterValue>, EnvironmentContributingAction {
  private final List<ParameterValue> parameters;

  /** Holds {@code parameters}. */
  public ParametersAction(@NonNull List<ParameterValue> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Holds {@code parameters}. */
  public ParametersAction(ParameterValue... parameters) {
    this(List.of(parameters));
  }

  @Override
  public void buildEnvironment(Run<?, ?> run, EnvVars env) {
    parameters.forEach(each -> each.buildEnvironment(run, env));
  }

  @Override
  public Iterator<ParameterValue> iterator() {
    return parameters.iterator();
  }

  /** Returns the values of the job's parameters; the list cannot be changed. */
  public List<ParameterValue> getParameters() {
    return parameters;
  }

  /** Returns all values, those of no parameter of the job included; the list cannot be changed. */
  @NonNull
  public List<ParameterValue> getAllParameters() {
    return parameters;
  }

  /** Returns the value of the parameter called {@code name}, or null. */
  @CheckForNull
  public ParameterValue getParameter(String name) {
    return parameters.stream().filter(each -> each.getName().equals(name)).findFirst().orElse(null);
  }

  @Override
  public String getDisplayName() {
    return "Parameters";
  }

  @Override
  public String getIconFileName() {
    return "symbol-parameters";
  }

  @Override
  public String getUrlName() {
    return "parameters";
  }

  @Override
  public void onAttached(Run<?, ?> r) {}

  @Override
  public void onLoad(Run<?, ?> r) {}
}
