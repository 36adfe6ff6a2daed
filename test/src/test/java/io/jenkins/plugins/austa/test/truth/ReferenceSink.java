package io.jenkins.plugins.austa.test.truth;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Takes the forms in which a class file names others and keeps references of them. */
final class ReferenceSink {

  private final Set<Reference> references = new LinkedHashSet<>();
  private final String from;

  ReferenceSink(String from) {
    this.from = from;
  }

  Set<Reference> references() {
    return references;
  }

  /** A type by its internal name, or an array by its descriptor. */
  void type(String name, TypeReference.Use use) {
    if (name.startsWith("[")) {
      descriptor(name);
      return;
    }
    references.add(new TypeReference(from, name, use));
  }

  void member(
      String owner, boolean ofInterface, String name, String descriptor, MemberReference.Use use) {
    descriptor(descriptor);
    type(owner, TypeReference.Use.NAMES);
    // What arrays have is the JDK's.
    if (!owner.startsWith("[")) {
      references.add(new MemberReference(from, owner, ofInterface, name, descriptor, use));
    }
  }

  /** The descriptor of a field or a method. */
  void descriptor(String descriptor) {
    type(Type.getType(descriptor));
  }

  /** A generic signature, null where there is none. */
  void signature(String signature) {
    if (signature == null) {
      return;
    }
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              private String outer;

              @Override
              public void visitClassType(String name) {
                outer = name;
                type(name, TypeReference.Use.NAMES);
              }

              @Override
              public void visitInnerClassType(String name) {
                visitClassType(outer + "$" + name);
              }
            });
  }

  /** A loadable constant: only types, handles and computed ones refer to anything. */
  void constant(Object value) {
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      MemberReference.Use use = MemberReference.Use.of(handle);
      member(handle.getOwner(), handle.isInterface(), handle.getName(), handle.getDesc(), use);
      if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
        type(handle.getOwner(), TypeReference.Use.CREATES);
      }
    } else if (value instanceof ConstantDynamic computed) {
      constant(computed.getBootstrapMethod());
      for (int i = 0; i < computed.getBootstrapMethodArgumentCount(); i++) {
        constant(computed.getBootstrapMethodArgument(i));
      }
    }
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.METHOD -> {
        type(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
      }
      case Type.ARRAY -> type(type.getElementType());
      case Type.OBJECT -> type(type.getInternalName(), TypeReference.Use.NAMES);
      default -> {
        // Primitive types are always there.
      }
    }
  }
}
