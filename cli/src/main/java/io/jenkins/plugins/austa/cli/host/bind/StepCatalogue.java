package io.jenkins.plugins.austa.cli.host.bind;

import groovy.lang.Closure;
import io.jenkins.plugins.austa.engine.config.NearestName;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** All steps a pipeline can call, and how their arguments are bound. */
public final class StepCatalogue {
  private final Map<String, StepDescriptor> steps = new TreeMap<>();
  private final Map<Class<?>, BoundModel> models = new LinkedHashMap<>();
  private final Describables describables;
  private final Coercion coercion;

  /** Where two descriptors have the same name, the first counts, as in Jenkins. */
  public StepCatalogue(Iterable<StepDescriptor> descriptors, Describables describables) {
    descriptors.forEach(step -> steps.putIfAbsent(step.getFunctionName(), step));
    this.describables = describables;
    this.coercion = new Coercion(describables);
  }

  /** Returns the names of all steps. */
  public Set<String> names() {
    return steps.keySet();
  }

  /** Returns the step of this name. */
  public Optional<StepDescriptor> find(String name) {
    return Optional.ofNullable(steps.get(name));
  }

  /** Returns the call of a symbol such as {@code string}, to be given to a step. */
  public Optional<SymbolCall> symbol(String name, Object arguments) {
    if (!describables.knows(name)) {
      return Optional.empty();
    }
    List<?> list = arguments instanceof Object[] array ? Arrays.asList(array) : List.of();
    Map<String, Object> named = new LinkedHashMap<>();
    if (list.size() == 1 && list.get(0) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> named.put(String.valueOf(key), value));
    } else if (list.size() == 1) {
      named.put("", list.get(0));
    }
    return Optional.of(new SymbolCall(name, named));
  }

  /** Returns the error for a name that is no step. */
  public UnknownStepException unknown(String name, Collection<String> libraryVariables) {
    Set<String> known = new TreeSet<>(steps.keySet());
    known.addAll(libraryVariables);
    known.addAll(describables.symbols());
    return new UnknownStepException(
        "There is no step or library variable '" + name + "'" + NearestName.hint(name, known));
  }

  /** Sorts the arguments of a call. */
  public StepArguments arguments(StepDescriptor step, Object arguments) {
    boolean takesBody = step.takesImplicitBlockArgument();
    StepArguments sorted =
        StepArguments.of(step.getFunctionName(), model(step), arguments, takesBody);
    if (takesBody && sorted.body() == null) {
      throw new BindingException(step.getFunctionName() + " must be called with a body: { … }");
    }
    return sorted;
  }

  /** Returns whether a call has bodies: its own, or closures among its arguments. */
  public static boolean isBlock(StepArguments arguments) {
    return arguments.body() != null
        || arguments.named().values().stream().anyMatch(Closure.class::isInstance);
  }

  /**
   * Creates the step for a call.
   *
   * @throws BindingException when the arguments do not fit
   * @throws Exception what the step's constructor, setters or descriptor throw
   */
  public Step create(StepDescriptor step, Map<String, Object> arguments) throws Exception {
    return step instanceof BindsItself itself
        ? itself.bind(arguments)
        : (Step) model(step).create(step.getFunctionName(), arguments, coercion);
  }

  private synchronized BoundModel model(StepDescriptor step) {
    return models.computeIfAbsent(step.clazz, BoundModel::of);
  }
}
