package io.jenkins.plugins.austa.test.truth;

import java.util.Locale;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * A field, method or constructor that a class uses.
 *
 * @param type the type that it is looked up in
 * @param ofInterface whether the caller takes that type for an interface; says nothing for fields
 */
record MemberReference(
    String from, String type, boolean ofInterface, String name, String descriptor, Use use)
    implements Reference {

  enum Use {
    READS,
    READS_STATIC,
    WRITES,
    WRITES_STATIC,
    CALLS,
    CALLS_STATIC;

    static Use of(int opcode) {
      return switch (opcode) {
        case Opcodes.GETFIELD -> READS;
        case Opcodes.GETSTATIC -> READS_STATIC;
        case Opcodes.PUTFIELD -> WRITES;
        case Opcodes.PUTSTATIC -> WRITES_STATIC;
        case Opcodes.INVOKESTATIC -> CALLS_STATIC;
        default -> CALLS;
      };
    }

    static Use of(Handle handle) {
      return switch (handle.getTag()) {
        case Opcodes.H_GETFIELD -> READS;
        case Opcodes.H_GETSTATIC -> READS_STATIC;
        case Opcodes.H_PUTFIELD -> WRITES;
        case Opcodes.H_PUTSTATIC -> WRITES_STATIC;
        case Opcodes.H_INVOKESTATIC -> CALLS_STATIC;
        default -> CALLS;
      };
    }

    boolean isStatic() {
      return this == READS_STATIC || this == WRITES_STATIC || this == CALLS_STATIC;
    }

    boolean isWrite() {
      return this == WRITES || this == WRITES_STATIC;
    }
  }

  boolean isField() {
    return !descriptor.startsWith("(");
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  String key() {
    return Member.key(name, descriptor);
  }

  @Override
  public String toString() {
    String verb = use.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ClassFile.readable(from) + " " + verb + " " + ClassFile.readable(type) + "#" + key();
  }
}
