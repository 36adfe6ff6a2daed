package io.jenkins.plugins.austa.test.truth;

import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects all that one class file refers to: in declarations, code, annotations and generics. */
final class ClassReferences extends ClassVisitor {

  private ReferenceSink sink;

  private ClassReferences() {
    super(Opcodes.ASM9);
  }

  /** The references of one class file, those to itself and to the JDK included. */
  static Set<Reference> of(byte[] classFile) {
    ClassReferences collector = new ClassReferences();
    new ClassReader(classFile).accept(collector, 0);
    return collector.sink.references();
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] parents) {
    sink = new ReferenceSink(name);
    // The superclass in an interface's class file is a formality.
    boolean formality = parent == null || (access & Opcodes.ACC_INTERFACE) != 0;
    if (!formality) {
      sink.type(parent, TypeReference.Use.EXTENDS);
    }
    Stream.of(parents).forEach(one -> sink.type(one, TypeReference.Use.IMPLEMENTS));
    sink.signature(signature);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new AnnotationReferences(sink, descriptor);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int reference, TypePath path, String descriptor, boolean visible) {
    return new AnnotationReferences(sink, descriptor);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    sink.descriptor(descriptor);
    sink.signature(signature);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new AnnotationReferences(sink, annotation);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    return new RecordComponentVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return new AnnotationReferences(sink, annotation);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    sink.descriptor(descriptor);
    sink.signature(signature);
    Stream.ofNullable(exceptions)
        .flatMap(Stream::of)
        .forEach(one -> sink.type(one, TypeReference.Use.NAMES));
    return new CodeReferences(sink);
  }
}
