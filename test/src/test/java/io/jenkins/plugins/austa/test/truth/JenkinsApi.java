package io.jenkins.plugins.austa.test.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** The stand-in for the Jenkins API, held against the real one. */
final class JenkinsApi {

  /** What the stand-in says of its own, and nobody else's. */
  private static final String OURS = "io/jenkins/plugins/austa/jenkinsapi/";

  private JenkinsApi() {}

  /** The class files that this build made. */
  static Path folder() {
    return Path.of(System.getProperty("austa.jenkins-api", "../jenkins-api/target/classes"));
  }

  /** Where each type of the stand-in differs from the real one of its name. */
  static Differences differences(ClassFiles stand, ClassFiles real) throws IOException {
    Differences differences = new Differences(new ArrayList<>(), new ArrayList<>());
    for (String name : stand.names()) {
      ClassFile type = stand.find(name).orElseThrow();
      Optional<ClassFile> truth = real.find(name);
      if (name.startsWith(OURS)) {
        continue;
      }
      if (truth.isPresent()) {
        new TypeComparison(type, truth.get(), real, differences).compare();
      } else if (isOfTheApi(type, stand)) {
        differences.of(type, "is not in the real API");
      }
    }
    return differences;
  }

  private static boolean isOfTheApi(ClassFile type, ClassFiles stand) {
    boolean visible = (type.declaredAccess() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    return visible
        && type.outer().flatMap(stand::find).map(one -> isOfTheApi(one, stand)).orElse(true);
  }

  /**
   * What a comparison found.
   *
   * @param found differences that make code behave otherwise when compiled or linked
   * @param notes harmless ones: the real method is inherited where the stand-in overrides it
   */
  record Differences(List<String> found, List<String> notes) {

    void of(ClassFile type, String difference) {
      found.add(ClassFile.readable(type.name()) + " " + difference);
    }

    void of(ClassFile type, Member member, String difference) {
      found.add(ClassFile.readable(type.name()) + "#" + member.key() + " " + difference);
    }

    void note(ClassFile type, Member member, String note) {
      notes.add(ClassFile.readable(type.name()) + "#" + member.key() + " " + note);
    }
  }
}
