package io.jenkins.plugins.austa.cli.host.bind;

import io.jenkins.plugins.austa.engine.config.NearestName;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The parameters of a class that pipelines can create, as Jenkins reads them: those of the
 * constructor marked {@link DataBoundConstructor}, and the setters and fields marked {@link
 * DataBoundSetter}.
 */
public final class BoundModel {
  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<BoundParameter> required = new ArrayList<>();
  private final Map<String, BoundSetter> optional = new TreeMap<>();
  private final Set<String> ignored = new TreeSet<>();

  private BoundModel(Class<?> type) {
    this.type = type;
    this.constructor = boundConstructor(type);
    if (constructor != null) {
      for (Parameter parameter : constructor.getParameters()) {
        required.add(new BoundParameter(parameter.getName(), parameter.getParameterizedType()));
      }
    }
    readSetters();
    Ignores ignores = type.getAnnotation(Ignores.class);
    if (ignores != null) {
      ignored.addAll(List.of(ignores.value()));
    }
  }

  /** Reads the parameters of a class; one without a marked constructor has none. */
  public static BoundModel of(Class<?> type) {
    return new BoundModel(type);
  }

  private static Constructor<?> boundConstructor(Class<?> type) {
    for (Constructor<?> candidate : type.getConstructors()) {
      if (candidate.isAnnotationPresent(DataBoundConstructor.class)) {
        return candidate;
      }
    }
    return null;
  }

  private void readSetters() {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.isAnnotationPresent(DataBoundSetter.class)) {
          optional.putIfAbsent(field.getName(), BoundSetter.of(field));
        }
      }
    }
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(DataBoundSetter.class) && method.getParameterCount() == 1) {
        optional.put(propertyName(method), BoundSetter.of(method));
      }
    }
  }

  private static String propertyName(Method setter) {
    String name = setter.getName().substring("set".length());
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** Returns the one parameter that can be given without its name, or null when there is none. */
  String soleConstructorParameter() {
    return required.size() == 1 ? required.get(0).name() : null;
  }

  boolean soleParameterIsMap() {
    return required.size() == 1
        && optional.isEmpty()
        && ignored.isEmpty()
        && Map.class.isAssignableFrom(Coercion.erase(required.get(0).type()));
  }

  /** Returns all parameter names, those of the constructor first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    required.forEach(parameter -> names.add(parameter.name()));
    optional.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    names.addAll(ignored);
    return names;
  }

  String signature() {
    return String.join(": …, ", names()) + (names().isEmpty() ? "" : ": …");
  }

  /**
   * Creates an object.
   *
   * @param owner what to call the thing in messages, such as the step's name
   * @throws BindingException when a name or a value does not fit
   * @throws Exception what the constructor or a setter throws
   */
  Object create(String owner, Map<String, Object> arguments, Coercion coercion) throws Exception {
    if (constructor == null) {
      throw new BindingException(owner + " cannot be created: it has no bound constructor");
    }
    refuseUnknown(owner, arguments);
    Object[] values = new Object[required.size()];
    for (int i = 0; i < values.length; i++) {
      BoundParameter parameter = required.get(i);
      values[i] =
          coercion.convert(
              owner + ", parameter '" + parameter.name() + "'",
              parameter.type(),
              arguments.get(parameter.name()));
    }
    Map<BoundSetter, Object> settings = new LinkedHashMap<>();
    for (Map.Entry<String, Object> argument : arguments.entrySet()) {
      BoundSetter setter = optional.get(argument.getKey());
      if (setter != null) {
        String what = owner + ", parameter '" + argument.getKey() + "'";
        settings.put(setter, coercion.convert(what, setter.type(), argument.getValue()));
      }
    }
    try {
      Object created = constructor.newInstance(values);
      for (Map.Entry<BoundSetter, Object> setting : settings.entrySet()) {
        setting.getKey().set(created, setting.getValue());
      }
      return created;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void refuseUnknown(String owner, Map<String, Object> arguments) {
    for (String name : arguments.keySet()) {
      if (!names().contains(name)) {
        throw new BindingException(
            owner
                + " has no parameter '"
                + name
                + "'"
                + NearestName.hint(name, names())
                + "; it takes "
                + (names().isEmpty() ? "nothing" : String.join(", ", new TreeSet<>(names()))));
      }
    }
  }
}
