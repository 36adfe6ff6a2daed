package io.jenkins.plugins.austa.test.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** What a class must keep to of what it inherits, beyond the references in its class file. */
final class Inheritance {

  private Inheritance() {}

  /** Abstract methods that a concrete class leaves open, and final ones that it overrides. */
  static List<String> problems(ClassFile type, ClassFiles classes) {
    Hierarchy hierarchy = Hierarchy.of(type, classes);
    List<String> problems = new ArrayList<>();
    for (ClassFile ancestor : hierarchy.types()) {
      for (Member method : ancestor.methods().values()) {
        problem(type, hierarchy, ancestor, method)
            .ifPresent(
                problem ->
                    problems.add(
                        "%s %s %s#%s"
                            .formatted(
                                ClassFile.readable(type.name()),
                                problem,
                                ClassFile.readable(ancestor.name()),
                                method.key())));
      }
    }
    return problems;
  }

  private static Optional<String> problem(
      ClassFile type, Hierarchy hierarchy, ClassFile ancestor, Member method) {
    if (method.is(Opcodes.ACC_ABSTRACT)
        && !type.is(Opcodes.ACC_ABSTRACT)
        && !isImplemented(hierarchy, method)) {
      return Optional.of("does not implement");
    }
    boolean overrides =
        ancestor != type
            && !method.name().equals("<init>")
            && type.methods().containsKey(method.key());
    boolean open = !method.is(Opcodes.ACC_FINAL) || method.is(Opcodes.ACC_PRIVATE);
    return overrides && !open ? Optional.of("overrides the final") : Optional.empty();
  }

  private static boolean isImplemented(Hierarchy hierarchy, Member method) {
    return hierarchy.types().stream()
        .map(type -> type.methods().get(method.key()))
        .anyMatch(one -> one != null && !one.is(Opcodes.ACC_ABSTRACT));
  }
}
