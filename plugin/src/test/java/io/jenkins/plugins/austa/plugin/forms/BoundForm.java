package io.jenkins.plugins.austa.plugin.forms;

import hudson.Extension;
import hudson.model.Descriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Something that people configure in a form.
 *
 * @param type the class that the form fills
 * @param properties type of each data-bound constructor parameter and setter, by its name
 */
record BoundForm(Class<?> type, Map<String, Class<?>> properties) {
  static final Path RESOURCES = Path.of("src", "main", "resources");
  static final String PLUGIN = "io.jenkins.plugins.austa.plugin.";

  /** All forms of this plugin, found as Jenkins finds them; none is instantiated. */
  static List<BoundForm> all() throws InstantiationException {
    ClassLoader loader = BoundForm.class.getClassLoader();
    List<BoundForm> forms = new ArrayList<>();
    for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
      if (item.className().startsWith(PLUGIN)
          && item.element() instanceof Class<?> extension
          && Descriptor.class.isAssignableFrom(extension)) {
        forms.add(of(described(extension)));
      }
    }
    forms.sort(Comparator.comparing(BoundForm::name));
    return forms;
  }

  /** A nested descriptor describes the class around it; a global configuration describes itself. */
  private static Class<?> described(Class<?> descriptor) {
    return descriptor.getEnclosingClass() == null ? descriptor : descriptor.getEnclosingClass();
  }

  private static BoundForm of(Class<?> type) {
    Map<String, Class<?>> properties = new TreeMap<>();
    for (Constructor<?> constructor : type.getConstructors()) {
      if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
        Arrays.stream(constructor.getParameters())
            .forEach(parameter -> properties.put(named(parameter), parameter.getType()));
      }
    }
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(DataBoundSetter.class)) {
        properties.put(property(method), method.getParameterTypes()[0]);
      }
    }
    return new BoundForm(type, properties);
  }

  private static String named(Parameter parameter) {
    if (!parameter.isNamePresent()) {
      throw new IllegalStateException(
          parameter.getDeclaringExecutable() + " has no parameter names; compile with -parameters");
    }
    return parameter.getName();
  }

  private static String property(Method setter) {
    String name = setter.getName().substring("set".length());
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  String name() {
    return type.getSimpleName();
  }

  boolean isStep() {
    return Step.class.isAssignableFrom(type);
  }

  /** Whether a person can write a property by hand; what a Jenkinsfile passes on is not. */
  boolean isWritten(String property) {
    Class<?> given = properties.get(property);
    return given != null && given != Map.class && given != Throwable.class;
  }

  /** Where Jenkins looks for the form and its help. */
  Path folder() {
    return RESOURCES.resolve(type.getName().replace('.', '/'));
  }
}
