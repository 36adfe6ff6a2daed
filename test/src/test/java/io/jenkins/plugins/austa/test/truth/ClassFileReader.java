package io.jenkins.plugins.austa.test.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads what a class file declares; code is not looked at. */
final class ClassFileReader extends ClassVisitor {

  private final Map<String, Member> fields = new LinkedHashMap<>();
  private final Map<String, Member> methods = new LinkedHashMap<>();
  private final Map<String, String> annotations = new LinkedHashMap<>();
  private String name;
  private int access;
  private int declaredAccess;
  private Optional<String> superclass = Optional.empty();
  private List<String> interfaces = List.of();
  private Optional<String> outer = Optional.empty();

  private ClassFileReader() {
    super(Opcodes.ASM9);
  }

  /** Reads one class file. */
  static ClassFile read(byte[] bytes) {
    ClassFileReader reader = new ClassFileReader();
    new ClassReader(bytes).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassFile(
        reader.name,
        reader.access,
        reader.declaredAccess,
        reader.superclass,
        reader.interfaces,
        reader.outer,
        reader.fields,
        reader.methods,
        reader.annotations);
  }

  @Override
  public void visit(
      int version, int flags, String type, String signature, String parent, String[] parents) {
    name = type;
    access = flags;
    declaredAccess = flags;
    superclass = Optional.ofNullable(parent);
    interfaces = List.of(parents);
  }

  @Override
  public void visitInnerClass(String type, String outerName, String innerName, int flags) {
    if (type.equals(name)) {
      declaredAccess = flags;
      outer = Optional.ofNullable(outerName);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new AnnotationText(text -> annotations.put(descriptor, text));
  }

  @Override
  public FieldVisitor visitField(
      int flags, String field, String descriptor, String signature, Object value) {
    add(
        fields,
        field,
        descriptor,
        flags,
        List.of(),
        Optional.ofNullable(value).map(Object::toString));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String method, String descriptor, String signature, String[] exceptions) {
    List<String> sorted = Stream.ofNullable(exceptions).flatMap(Stream::of).sorted().toList();
    add(methods, method, descriptor, flags, sorted, Optional.empty());
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotationDefault() {
        return new AnnotationText(
            text -> add(methods, method, descriptor, flags, sorted, Optional.of(text)));
      }
    };
  }

  private static void add(
      Map<String, Member> members,
      String name,
      String descriptor,
      int flags,
      List<String> exceptions,
      Optional<String> value) {
    members.put(
        Member.key(name, descriptor), new Member(name, descriptor, flags, exceptions, value));
  }
}
