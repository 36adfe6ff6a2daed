package io.jenkins.plugins.austa.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Counts the skipped tests of all modules and says which they are and why. */
public final class SkippedTests {

  private SkippedTests() {}

  /**
   * Prints one line for each skipped test and one with the count.
   *
   * @param args the project's folder
   */
  public static void main(String[] args) throws Exception {
    List<String> skipped = new ArrayList<>();
    for (Path report : reports(Path.of(args[0]))) {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      NodeList cases = document.getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        NodeList marks = test.getElementsByTagName("skipped");
        if (marks.getLength() > 0) {
          String reason = ((Element) marks.item(0)).getAttribute("message");
          skipped.add(
              test.getAttribute("classname") + "." + test.getAttribute("name") + ": " + reason);
        }
      }
    }
    skipped.forEach(line -> System.out.println("SKIPPED " + line));
    System.out.println("Skipped tests in all modules: " + skipped.size());
  }

  private static List<Path> reports(Path project) throws IOException {
    List<Path> reports = new ArrayList<>();
    try (Stream<Path> modules = Files.list(project)) {
      for (Path folder : modules.map(one -> one.resolve("target/surefire-reports")).toList()) {
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            files
                .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                .forEach(reports::add);
          }
        }
      }
    }
    return reports;
  }
}
