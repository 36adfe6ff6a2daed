package io.jenkins.plugins.austa.test.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A type with all that it inherits from.
 *
 * @param types the type itself, its superclasses upwards, then all interfaces
 * @param unknown the names of ancestors of which there is no class file
 */
record Hierarchy(List<ClassFile> types, Set<String> unknown) {

  /** Looks the ancestors of the type up. */
  static Hierarchy of(ClassFile type, ClassFiles classes) {
    Hierarchy hierarchy = new Hierarchy(new ArrayList<>(), new HashSet<>());
    Deque<String> interfaces = new ArrayDeque<>();
    Optional<ClassFile> next = Optional.of(type);
    while (next.isPresent()) {
      hierarchy.types.add(next.get());
      interfaces.addAll(next.get().interfaces());
      next = next.get().superclass().flatMap(parent -> hierarchy.look(parent, classes));
    }
    Set<String> seen = new HashSet<>();
    while (!interfaces.isEmpty()) {
      String name = interfaces.remove();
      if (seen.add(name)) {
        Optional<ClassFile> found = hierarchy.look(name, classes);
        found.ifPresent(hierarchy.types::add);
        found.ifPresent(one -> interfaces.addAll(one.interfaces()));
      }
    }
    return hierarchy;
  }

  private Optional<ClassFile> look(String name, ClassFiles classes) {
    Optional<ClassFile> found = classes.find(name);
    if (found.isEmpty()) {
      unknown.add(name);
    }
    return found;
  }

  /** The first type that declares the member, by {@link Member#key()}. */
  Optional<ClassFile> declaring(Function<ClassFile, Member> member) {
    return types.stream().filter(type -> member.apply(type) != null).findFirst();
  }

  /** Whether the type of that name is among them. */
  boolean contains(String name) {
    return types.stream().anyMatch(type -> type.name().equals(name)) || unknown.contains(name);
  }
}
