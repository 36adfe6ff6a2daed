package io.jenkins.plugins.austa.test.truth;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * A field or method as its class file declares it.
 *
 * @param access the class file's access flags
 * @param exceptions the declared exceptions in alphabetical order, empty for fields
 * @param value a constant's value or an annotation element's default
 */
record Member(
    String name, String descriptor, int access, List<String> exceptions, Optional<String> value) {

  /** What the virtual machine looks a member up by. */
  String key() {
    return key(name, descriptor);
  }

  /** What the virtual machine looks a member of this name and descriptor up by. */
  static String key(String name, String descriptor) {
    return descriptor.startsWith("(") ? name + descriptor : name + ":" + descriptor;
  }

  /** Whether all bits of the flag are set. */
  boolean is(int flag) {
    return (access & flag) == flag;
  }

  /** Whether code of other packages may be compiled against it. */
  boolean isOfTheApi() {
    return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
        && !is(Opcodes.ACC_SYNTHETIC)
        && !name.equals("<clinit>");
  }
}
