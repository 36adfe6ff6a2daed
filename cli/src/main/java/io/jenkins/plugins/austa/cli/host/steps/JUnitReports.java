package io.jenkins.plugins.austa.cli.host.steps;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.TestCounts;
import io.jenkins.plugins.austa.cli.host.services.FilePatterns;
import io.jenkins.plugins.austa.cli.host.services.HostServices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads JUnit XML; neither document types nor outside entities are followed. */
final class JUnitReports {
  private final String pattern;
  private final boolean allowEmpty;

  /** What failed tests make unstable. */
  record Marks(boolean build, boolean stage) {}

  JUnitReports(String pattern, boolean allowEmpty) {
    this.pattern = pattern;
    this.allowEmpty = allowEmpty;
  }

  /** Reads the reports, records the counts with the run and returns them. */
  TestCounts record(StepContext context, Marks marks) throws IOException, InterruptedException {
    TestCounts counts = read(WorkspaceFiles.folder(context));
    if (counts.total() == 0 && !allowEmpty) {
      throw new AbortException("junit: no test results in files matching '" + pattern + "'");
    }
    HostServices.of(context).tests().add(counts);
    context.get(TaskListener.class).getLogger().println("Recorded test results: " + counts);
    if (counts.failed() > 0) {
      if (marks.build()) {
        context.get(Run.class).setResult(Result.UNSTABLE);
      }
      if (marks.stage()) {
        StageMark.set(context, Result.UNSTABLE, counts.failed() + " tests failed");
      }
    }
    return counts;
  }

  private TestCounts read(Path folder) throws IOException {
    List<Path> files = FilePatterns.of(pattern, "", true).find(folder);
    if (files.isEmpty() && !allowEmpty) {
      throw new AbortException(
          "junit: no files match '" + pattern + "' in " + folder + "; did the tests run?");
    }
    TestCounts counts = TestCounts.NONE;
    for (Path file : files) {
      counts = counts.plus(readFile(folder.resolve(file)));
    }
    return counts;
  }

  private static TestCounts readFile(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      return count(factory.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw new AbortException("junit: " + file + " is not readable as XML: " + e.getMessage());
    }
  }

  private static TestCounts count(XMLStreamReader xml) throws XMLStreamException {
    int total = 0;
    int failed = 0;
    int skipped = 0;
    boolean failing = false;
    boolean skipping = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        failing |= element.equals("failure") || element.equals("error");
        skipping |= element.equals("skipped");
        if (element.equals("testcase")) {
          failing = false;
          skipping = false;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
        total++;
        failed += failing ? 1 : 0;
        skipped += skipping && !failing ? 1 : 0;
      }
    }
    return new TestCounts(total, failed, skipped);
  }
}
