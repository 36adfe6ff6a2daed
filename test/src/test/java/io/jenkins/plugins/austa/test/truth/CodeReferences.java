package io.jenkins.plugins.austa.test.truth;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects what a method's code and annotations refer to. */
final class CodeReferences extends MethodVisitor {

  private final ReferenceSink sink;

  CodeReferences(ReferenceSink sink) {
    super(Opcodes.ASM9);
    this.sink = sink;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new AnnotationReferences(sink, descriptor);
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return new AnnotationReferences(sink, descriptor);
  }

  @Override
  public AnnotationVisitor visitAnnotationDefault() {
    return AnnotationReferences.ofDefault(sink);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    boolean creates = opcode == Opcodes.NEW;
    sink.type(type, creates ? TypeReference.Use.CREATES : TypeReference.Use.NAMES);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    sink.member(owner, false, name, descriptor, MemberReference.Use.of(opcode));
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean ofInterface) {
    sink.member(owner, ofInterface, name, descriptor, MemberReference.Use.of(opcode));
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    sink.descriptor(descriptor);
    sink.constant(bootstrap);
    for (Object argument : arguments) {
      sink.constant(argument);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    sink.constant(value);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    sink.descriptor(descriptor);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    if (type != null) {
      sink.type(type, TypeReference.Use.NAMES);
    }
  }
}
