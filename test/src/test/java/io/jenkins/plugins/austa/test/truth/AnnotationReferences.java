package io.jenkins.plugins.austa.test.truth;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what an annotation refers to: its own type, classes, enum constants, nested ones. */
final class AnnotationReferences extends AnnotationVisitor {

  private final ReferenceSink sink;

  AnnotationReferences(ReferenceSink sink, String descriptor) {
    this(sink);
    sink.type(Type.getType(descriptor).getInternalName(), TypeReference.Use.ANNOTATES_WITH);
  }

  private AnnotationReferences(ReferenceSink sink) {
    super(Opcodes.ASM9);
    this.sink = sink;
  }

  /** For the default of an annotation's element. */
  static AnnotationReferences ofDefault(ReferenceSink sink) {
    return new AnnotationReferences(sink);
  }

  @Override
  public void visit(String name, Object value) {
    sink.constant(value);
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    String type = Type.getType(descriptor).getInternalName();
    sink.member(type, false, value, descriptor, MemberReference.Use.READS_STATIC);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return new AnnotationReferences(sink, descriptor);
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    return this;
  }
}
