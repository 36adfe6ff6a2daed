package io.jenkins.plugins.austa.test.truth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares.
 *
 * @param access the flags the virtual machine obeys
 * @param declaredAccess the flags of the source, which differ for nested types (protected, private,
 *     static)
 * @param superclass empty for {@code java/lang/Object} alone
 * @param outer the type it is a member of
 * @param fields by {@link Member#key()}
 * @param methods by {@link Member#key()}, constructors included
 * @param annotations the text of each annotation's values by the annotation's descriptor
 */
record ClassFile(
    String name,
    int access,
    int declaredAccess,
    Optional<String> superclass,
    List<String> interfaces,
    Optional<String> outer,
    Map<String, Member> fields,
    Map<String, Member> methods,
    Map<String, String> annotations) {

  /** Whether the flag the virtual machine obeys is set. */
  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  /** The package with a slash at its end. */
  String packageName() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** The name of the outermost type, which all types nested in it share. */
  String nest() {
    int dollar = name.indexOf('$', packageName().length() + 1);
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  /** The word of the source that begins its declaration. */
  String kind() {
    if (is(Opcodes.ACC_ANNOTATION)) {
      return "@interface";
    }
    if (isInterface()) {
      return "interface";
    }
    return is(Opcodes.ACC_ENUM) ? "enum" : "class";
  }

  /** How people write a type that a class file names. */
  static String readable(String name) {
    return name.replace('/', '.').replace('$', '.');
  }
}
