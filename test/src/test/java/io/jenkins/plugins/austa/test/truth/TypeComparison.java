package io.jenkins.plugins.austa.test.truth;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;

/** Holds one type of the stand-in against the real one. */
final class TypeComparison {

  private static final int TYPE_FLAGS =
      Opcodes.ACC_PUBLIC
          | Opcodes.ACC_PROTECTED
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_ABSTRACT;
  private static final int FIELD_FLAGS =
      TYPE_FLAGS | Opcodes.ACC_VOLATILE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_ENUM;

  /** What decides where an annotation may stand, who sees it, and who inherits it. */
  private static final List<String> OF_ANNOTATIONS =
      List.of(
          "Ljava/lang/annotation/Target;",
          "Ljava/lang/annotation/Retention;",
          "Ljava/lang/annotation/Inherited;",
          "Ljava/lang/annotation/Repeatable;");

  private final ClassFile ours;
  private final ClassFile real;
  private final Hierarchy ancestors;
  private final JenkinsApi.Differences differences;

  TypeComparison(
      ClassFile ours, ClassFile real, ClassFiles realTypes, JenkinsApi.Differences differences) {
    this.ours = ours;
    this.real = real;
    this.ancestors = Hierarchy.of(real, realTypes);
    this.differences = differences;
  }

  void compare() {
    compareDeclaration();
    compareSupertypes();
    ours.fields().values().stream().filter(Member::isOfTheApi).forEach(this::compareField);
    ours.methods().values().stream().filter(Member::isOfTheApi).forEach(this::compareMethod);
  }

  private void compareDeclaration() {
    if (!ours.kind().equals(real.kind())) {
      differences.of(ours, "is a " + ours.kind() + ", the real one a " + real.kind());
    }
    flags(ours.declaredAccess(), real.declaredAccess(), TYPE_FLAGS)
        .ifPresent(difference -> differences.of(ours, difference));
    if (!ours.is(Opcodes.ACC_ANNOTATION)) {
      return;
    }
    for (String annotation : OF_ANNOTATIONS) {
      String mine = ours.annotations().get(annotation);
      String theirs = real.annotations().get(annotation);
      if (!Objects.equals(mine, theirs)) {
        differences.of(ours, "has @" + annotation + mine + ", the real one " + theirs);
      }
    }
  }

  private void compareSupertypes() {
    ours.superclass()
        .filter(parent -> !ancestors.contains(parent))
        .ifPresent(parent -> differences.of(ours, "extends " + parent + ", the real one not"));
    ours.interfaces().stream()
        .filter(parent -> !ancestors.contains(parent))
        .forEach(parent -> differences.of(ours, "implements " + parent + ", the real one not"));
  }

  private void compareField(Member field) {
    Member truth = real.fields().get(field.key());
    if (truth == null) {
      differences.of(ours, field, missing(type -> type.fields().get(field.key())));
      return;
    }
    flags(field.access(), truth.access(), FIELD_FLAGS)
        .ifPresent(difference -> differences.of(ours, field, difference));
    compareValues(field, truth);
  }

  private void compareMethod(Member method) {
    Member truth = real.methods().get(method.key());
    if (truth != null) {
      compareMethod(method, truth);
      return;
    }
    Optional<Member> inherited =
        ancestors
            .declaring(type -> type.methods().get(method.key()))
            .map(type -> type.methods().get(method.key()));
    if (inherited.isEmpty() || method.name().equals("<init>")) {
      differences.of(ours, method, missing(type -> null));
      return;
    }
    differences.note(ours, method, missing(type -> type.methods().get(method.key())));
    compareMethod(method, inherited.get());
  }

  private void compareMethod(Member method, Member truth) {
    if (truth.is(Opcodes.ACC_SYNTHETIC)) {
      differences.of(ours, method, "is only a compiler's bridge in the real one");
    }
    flags(method.access(), truth.access(), TYPE_FLAGS)
        .ifPresent(difference -> differences.of(ours, method, difference));
    if (method.is(Opcodes.ACC_VARARGS) != truth.is(Opcodes.ACC_VARARGS)) {
      differences.of(ours, method, "and the real one differ in variable arguments");
    }
    if (!method.exceptions().equals(truth.exceptions())) {
      differences.of(
          ours, method, "throws " + method.exceptions() + ", the real one " + truth.exceptions());
    }
    compareValues(method, truth);
  }

  private void compareValues(Member member, Member truth) {
    if (!member.value().equals(truth.value())) {
      differences.of(
          ours, member, "has the value " + member.value() + ", the real one " + truth.value());
    }
  }

  private String missing(Function<ClassFile, Member> member) {
    return ancestors
        .declaring(member)
        .map(type -> "is declared in the real " + ClassFile.readable(type.name()))
        .orElse("is not in the real one");
  }

  private static Optional<String> flags(int mine, int theirs, int which) {
    if ((mine & which) == (theirs & which)) {
      return Optional.empty();
    }
    return Optional.of("is " + words(mine & which) + ", the real one " + words(theirs & which));
  }

  private static String words(int flags) {
    String words = Modifier.toString(flags & ~Opcodes.ACC_ENUM);
    return words.isEmpty() ? "package-private" : words;
  }
}
