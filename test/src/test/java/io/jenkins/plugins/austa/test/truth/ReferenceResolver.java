package io.jenkins.plugins.austa.test.truth;

import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Resolves references as the virtual machine would when it links a class. */
final class ReferenceResolver {

  private final ClassFiles classes;

  ReferenceResolver(ClassFiles classes) {
    this.classes = classes;
  }

  /** Why the reference does not resolve, empty when it does. */
  Optional<String> problem(Reference reference) {
    Optional<ClassFile> type = classes.find(reference.type());
    if (type.isEmpty()) {
      return Optional.of("there is no such type");
    }
    if (!mayUse(reference.from(), type.get())) {
      return Optional.of("the type is not public");
    }
    if (reference instanceof TypeReference use) {
      return problem(use, type.get());
    }
    return problem((MemberReference) reference, type.get());
  }

  private static Optional<String> problem(TypeReference reference, ClassFile type) {
    return switch (reference.use()) {
      case NAMES -> Optional.empty();
      case EXTENDS ->
          when(type.isInterface() || type.is(Opcodes.ACC_FINAL), "it cannot be extended");
      case IMPLEMENTS -> when(!type.isInterface(), "it is not an interface");
      case CREATES -> when(type.is(Opcodes.ACC_ABSTRACT), "it is abstract");
      case ANNOTATES_WITH -> when(!type.is(Opcodes.ACC_ANNOTATION), "it is not an annotation");
    };
  }

  private Optional<String> problem(MemberReference reference, ClassFile type) {
    if (!reference.isField() && reference.ofInterface() != type.isInterface()) {
      return Optional.of("the type is a " + type.kind());
    }
    Hierarchy hierarchy = Hierarchy.of(type, classes);
    Optional<ClassFile> declaring = hierarchy.declaring(one -> member(reference, one));
    if (declaring.isEmpty() || (reference.isConstructor() && declaring.get() != type)) {
      String where = hierarchy.unknown().isEmpty() ? "" : " (nor " + hierarchy.unknown() + ")";
      return Optional.of("there is no such member" + where);
    }
    return problem(reference, declaring.get(), member(reference, declaring.get()));
  }

  private Optional<String> problem(MemberReference reference, ClassFile type, Member member) {
    if (member.is(Opcodes.ACC_STATIC) != reference.use().isStatic()) {
      return Optional.of(reference.use().isStatic() ? "it is not static" : "it is static");
    }
    if (reference.use().isWrite()
        && member.is(Opcodes.ACC_FINAL)
        && !type.name().equals(reference.from())) {
      return Optional.of("it is final");
    }
    return when(!mayUse(reference.from(), type, member), "it is not accessible");
  }

  private static boolean mayUse(String from, ClassFile type) {
    return type.is(Opcodes.ACC_PUBLIC) || samePackage(from, type);
  }

  private boolean mayUse(String from, ClassFile type, Member member) {
    if (member.is(Opcodes.ACC_PUBLIC)) {
      return true;
    }
    if (member.is(Opcodes.ACC_PRIVATE)) {
      return classes.find(from).map(ClassFile::nest).filter(type.nest()::equals).isPresent();
    }
    return samePackage(from, type)
        || (member.is(Opcodes.ACC_PROTECTED) && inherits(from, type.name()));
  }

  private boolean inherits(String from, String name) {
    return classes.find(from).map(one -> Hierarchy.of(one, classes).contains(name)).orElse(false);
  }

  private static boolean samePackage(String from, ClassFile type) {
    return from.substring(0, from.lastIndexOf('/') + 1).equals(type.packageName());
  }

  private static Member member(MemberReference reference, ClassFile type) {
    return (reference.isField() ? type.fields() : type.methods()).get(reference.key());
  }

  private static Optional<String> when(boolean wrong, String problem) {
    return wrong ? Optional.of(problem) : Optional.empty();
  }
}
