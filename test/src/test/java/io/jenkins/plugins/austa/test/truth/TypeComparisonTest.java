package io.jenkins.plugins.austa.test.truth;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Each kind of difference between a type and the real one is found, and nothing else. */
public class TypeComparisonTest {

  @Test
  public void findsNothingBetweenATypeAndItself() throws Exception {
    assertEquals(List.of(), compare(Real.class, Real.class).found());
    assertEquals(List.of(), compare(RealMark.class, RealMark.class).found());
  }

  @Test
  public void findsEachDifferenceOfMembers() throws Exception {
    List<String> found = compare(Ours.class, Real.class).found();
    assertFound(found, "#LIMIT:I has the value Optional[2], the real one Optional[1]");
    assertFound(found, "#name:Ljava/lang/String; is protected, the real one protected final");
    assertFound(found, "#save()V throws [], the real one [java/io/IOException]");
    assertFound(found, "#open()V is public, the real one public static");
    assertFound(found, "#all([Ljava/lang/String;)V and the real one differ in variable arguments");
    assertFound(found, "#onlyOurs()V is not in the real one");
    assertFound(found, "extends java/util/ArrayList, the real one not");
    assertFound(found, "implements java/lang/Runnable, the real one not");
    assertFound(found, "is public static, the real one public abstract static");
    assertFound(found, "#run()V is not in the real one");
    assertEquals(String.join("\n", found), 10, found.size());
  }

  @Test
  public void notesWhatTheRealOneInherits() throws Exception {
    JenkinsApi.Differences differences = compare(Overriding.class, Real.class);
    assertEquals(1, differences.notes().size());
    assertTrue(
        differences.notes().get(0),
        differences.notes().get(0).endsWith("is declared in the real java.lang.Object"));
  }

  @Test
  public void findsOtherTargetsRetentionAndDefaultsOfAnnotations() throws Exception {
    List<String> found = compare(OurMark.class, RealMark.class).found();
    assertFound(
        found, "@Ljava/lang/annotation/Target;[value=[TYPE]], the real one [value=[METHOD,");
    assertFound(found, "Retention;[value=SOURCE], the real one [value=RUNTIME]");
    assertFound(found, "#value()Ljava/lang/String; has the value");
    assertEquals(String.join("\n", found), 3, found.size());
  }

  @Test
  public void findsAnotherKind() throws Exception {
    assertFound(
        compare(RealMark.class, Real.class).found(), "is a @interface, the real one a class");
  }

  private static void assertFound(List<String> found, String difference) {
    assertTrue(
        difference + " is not in\n" + String.join("\n", found),
        found.stream().anyMatch(one -> one.contains(difference)));
  }

  private static JenkinsApi.Differences compare(Class<?> ours, Class<?> real)
      throws IOException, URISyntaxException {
    Path classes =
        Path.of(
            TypeComparisonTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    JenkinsApi.Differences differences =
        new JenkinsApi.Differences(new ArrayList<>(), new ArrayList<>());
    try (ClassFiles files = new ClassFiles().add(classes)) {
      new TypeComparison(find(files, ours), find(files, real), files, differences).compare();
    }
    return differences;
  }

  private static ClassFile find(ClassFiles files, Class<?> type) {
    return files.find(type.getName().replace('.', '/')).orElseThrow();
  }

  /** The real type. */
  public abstract static class Real {
    public static final int LIMIT = 1;
    protected final String name = null;

    public Real() {}

    public void save() throws IOException {}

    public static void open() {}

    public void all(String... names) {}
  }

  /** Differs in everything. */
  @SuppressWarnings("serial")
  public static class Ours extends ArrayList<String> implements Runnable {
    public static final int LIMIT = 2;
    protected String name;

    public Ours() {}

    public void save() {}

    public void open() {}

    public void all(String[] names) {}

    public void onlyOurs() {}

    @Override
    public void run() {}
  }

  /** Differs only in what it inherits. */
  public abstract static class Overriding {
    public Overriding() {}

    @Override
    public String toString() {
      return "";
    }
  }

  /** The real annotation. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  public @interface RealMark {
    /** Anything. */
    String value();
  }

  /** Differs in where it stands, how long it stays, and in its default. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.SOURCE)
  public @interface OurMark {
    /** Anything. */
    String value() default "";
  }
}
