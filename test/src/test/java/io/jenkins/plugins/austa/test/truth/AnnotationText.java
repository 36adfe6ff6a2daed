package io.jenkins.plugins.austa.test.truth;

import java.util.TreeSet;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes an annotation's values as text that is equal when the values are, whatever their order.
 */
final class AnnotationText extends AnnotationVisitor {

  private final TreeSet<String> values = new TreeSet<>();
  private final Consumer<String> reader;

  AnnotationText(Consumer<String> reader) {
    super(Opcodes.ASM9);
    this.reader = reader;
  }

  @Override
  public void visit(String name, Object value) {
    add(name, value.toString());
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    add(name, value);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return new AnnotationText(text -> add(name, descriptor + text));
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    return new AnnotationText(text -> add(name, text));
  }

  @Override
  public void visitEnd() {
    reader.accept(values.toString());
  }

  private void add(String name, String text) {
    values.add(name == null ? text : name + "=" + text);
  }
}
