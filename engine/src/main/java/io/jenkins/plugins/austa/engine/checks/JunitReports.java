package io.jenkins.plugins.austa.engine.checks;

import java.nio.file.Path;
import java.util.Collection;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Summarises JUnit XML. Counts the test cases themselves: the totals that tools write beside them
 * are not always right.
 */
public final class JunitReports {
  private static final int LONGEST_FAILURE = 300;

  private JunitReports() {}

  /**
   * Adds up all files.
   *
   * @throws CheckReportException when one is missing, truncated, not JUnit XML, or unsafe
   */
  public static JunitSummary read(Collection<Path> files) throws CheckReportException {
    JunitSummary sum = JunitSummary.NONE;
    for (Path file : files) {
      sum = sum.plus(read(file));
    }
    return sum;
  }

  /** As {@link #read(Collection)}, of one file. */
  public static JunitSummary read(Path file) throws CheckReportException {
    Counter counter = new Counter(file);
    XmlReports.read(file, counter);
    return counter.summary();
  }

  private static final class Counter implements XmlReports.Handler {
    private final Path file;
    private boolean root;
    private boolean inCase;
    private boolean inProblem;
    private boolean counted;
    private String caseName = "";
    private int tests;
    private int failures;
    private int errors;
    private int skipped;
    private StringBuilder problem;
    private String firstFailure;

    Counter(Path file) {
      this.file = file;
    }

    @Override
    public void event(int event, XMLStreamReader xml)
        throws XMLStreamException, CheckReportException {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
        default -> {}
      }
    }

    private void start(XMLStreamReader xml) throws CheckReportException {
      String name = xml.getLocalName();
      if (!root && !name.equals("testsuites") && !name.equals("testsuite")) {
        throw new CheckReportException(
            file + " is no JUnit XML: it begins with another element. Check the report's path");
      }
      root = true;
      switch (name) {
        case "testcase" -> startCase(xml);
        case "failure", "error", "skipped" -> {
          if (inCase && !counted) {
            count(name, xml);
          } else if (!inCase && !name.equals("skipped")) {
            errors++;
          }
        }
        default -> {}
      }
    }

    private void startCase(XMLStreamReader xml) {
      inCase = true;
      counted = false;
      tests++;
      String suite = xml.getAttributeValue(null, "classname");
      String test = xml.getAttributeValue(null, "name");
      caseName = suite == null ? String.valueOf(test) : suite + " " + test;
    }

    /** A case counts once, by the first of its outcomes. */
    private void count(String name, XMLStreamReader xml) {
      counted = true;
      switch (name) {
        case "failure" -> failures++;
        case "error" -> errors++;
        default -> skipped++;
      }
      if (!name.equals("skipped") && firstFailure == null && problem == null) {
        problem = new StringBuilder();
        String message = xml.getAttributeValue(null, "message");
        if (message != null) {
          problem.append(message, 0, Math.min(message.length(), LONGEST_FAILURE));
        } else {
          inProblem = true;
        }
      }
    }

    private void text(XMLStreamReader xml) {
      if (inProblem && problem.length() < LONGEST_FAILURE) {
        int length = Math.min(xml.getTextLength(), LONGEST_FAILURE);
        problem.append(xml.getTextCharacters(), xml.getTextStart(), length);
      }
    }

    private void end(String name) {
      switch (name) {
        case "failure", "error" -> inProblem = false;
        case "testcase" -> {
          inCase = false;
          if (problem != null && firstFailure == null) {
            firstFailure = oneLine(caseName + ": " + problem.toString().strip());
          }
        }
        default -> {}
      }
    }

    JunitSummary summary() {
      return new JunitSummary(tests, failures, errors, skipped, firstFailure);
    }

    private static String oneLine(String text) {
      String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
      return line.length() <= LONGEST_FAILURE ? line : line.substring(0, LONGEST_FAILURE - 1) + "…";
    }
  }
}
