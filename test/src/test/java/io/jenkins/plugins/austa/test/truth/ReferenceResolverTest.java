package io.jenkins.plugins.austa.test.truth;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.austa.test.truth.MemberReference.Use;
import java.util.Optional;
import org.junit.Test;

/** What the resolver must refuse, and what it must not. */
public class ReferenceResolverTest {

  private static final String US = "us/Here";
  private static final String LIST = "java/util/ArrayList";

  private final ReferenceResolver resolver = new ReferenceResolver(new ClassFiles());

  @Test
  public void findsWhatIsDeclaredAndWhatIsInherited() {
    assertResolves(call(LIST, false, "size", "()I", Use.CALLS));
    assertResolves(call(LIST, false, "containsAll", "(Ljava/util/Collection;)Z", Use.CALLS));
    assertResolves(call(LIST, false, "getClass", "()Ljava/lang/Class;", Use.CALLS));
    assertResolves(call("java/util/List", true, "hashCode", "()I", Use.CALLS));
    assertResolves(call(LIST, false, "<init>", "(I)V", Use.CALLS));
    assertResolves(new TypeReference(US, LIST, TypeReference.Use.EXTENDS));
  }

  @Test
  public void refusesWhatIsNotThere() {
    assertProblem(
        "there is no such type", new TypeReference(US, "no/Such", TypeReference.Use.NAMES));
    assertProblem("there is no such member", call(LIST, false, "size", "()J", Use.CALLS));
    assertProblem(
        "there is no such member", call("java/lang/Integer", false, "<init>", "()V", Use.CALLS));
  }

  @Test
  public void refusesAnotherKind() {
    assertProblem("the type is a class", call(LIST, true, "size", "()I", Use.CALLS));
    assertProblem(
        "the type is a interface", call("java/util/List", false, "size", "()I", Use.CALLS));
    assertProblem("it is not static", call(LIST, false, "size", "()I", Use.CALLS_STATIC));
    assertProblem(
        "it is static",
        call("java/lang/String", false, "valueOf", "(I)Ljava/lang/String;", Use.CALLS));
    assertProblem(
        "it is final", call("java/lang/Byte", false, "MAX_VALUE", "B", Use.WRITES_STATIC));
  }

  @Test
  public void refusesWhatUsMayNotTouch() {
    assertProblem(
        "the type is not public",
        new TypeReference(US, "java/util/ArrayDeque$DeqIterator", TypeReference.Use.NAMES));
    assertProblem("it is not accessible", call(LIST, false, "size", "I", Use.READS));
    assertProblem("it is not accessible", call(LIST, false, "removeRange", "(II)V", Use.CALLS));
    assertResolves(
        new MemberReference(
            "java/util/Stack", "java/util/Vector", false, "modCount", "I", Use.WRITES));
  }

  @Test
  public void refusesWrongParents() {
    assertProblem(
        "it cannot be extended",
        new TypeReference(US, "java/lang/String", TypeReference.Use.EXTENDS));
    assertProblem(
        "it is not an interface", new TypeReference(US, LIST, TypeReference.Use.IMPLEMENTS));
    assertProblem(
        "it is abstract",
        new TypeReference(US, "java/util/AbstractList", TypeReference.Use.CREATES));
    assertProblem(
        "it is not an annotation", new TypeReference(US, LIST, TypeReference.Use.ANNOTATES_WITH));
  }

  private void assertResolves(Reference reference) {
    assertEquals(reference.toString(), Optional.empty(), resolver.problem(reference));
  }

  private void assertProblem(String problem, Reference reference) {
    assertEquals(reference.toString(), Optional.of(problem), resolver.problem(reference));
  }

  private static Reference call(
      String type, boolean ofInterface, String name, String descriptor, Use use) {
    return new MemberReference(US, type, ofInterface, name, descriptor, use);
  }
}
