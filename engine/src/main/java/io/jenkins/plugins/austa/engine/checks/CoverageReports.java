package io.jenkins.plugins.austa.engine.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Reads line coverage as LCOV or as Cobertura XML; tells which by the content. */
public final class CoverageReports {
  private CoverageReports() {}

  /**
   * @throws CheckReportException when the file is missing, truncated, in neither format, or unsafe
   */
  public static Coverage read(Path file) throws CheckReportException {
    if (isXml(file)) {
      Cobertura cobertura = new Cobertura(file);
      XmlReports.read(file, cobertura);
      return cobertura.coverage();
    }
    return Lcov.read(file);
  }

  private static boolean isXml(Path file) throws CheckReportException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(16);
      for (byte b : head) {
        if (b == '<') {
          return true;
        }
        // A byte order mark or white space may come first.
        if (b >= 0 && !Character.isWhitespace(b)) {
          return false;
        }
      }
      return false;
    } catch (IOException e) {
      throw new CheckReportException(
          "Reading coverage from "
              + file
              + " failed: it is missing or unreadable. Look at the log of the check that writes it",
          e);
    }
  }

  /** Counts the lines of classes; those of methods are the same lines again. */
  private static final class Cobertura implements XmlReports.Handler {
    private final Path file;
    private boolean root;
    private int inMethods;
    private long covered;
    private long lines;

    Cobertura(Path file) {
      this.file = file;
    }

    @Override
    public void event(int event, XMLStreamReader xml) throws CheckReportException {
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("methods")) {
        inMethods--;
      }
    }

    private void start(XMLStreamReader xml) throws CheckReportException {
      String name = xml.getLocalName();
      if (!root && !name.equals("coverage")) {
        throw new CheckReportException(
            file + " is no Cobertura XML: it begins with another element. Check the report's path");
      }
      root = true;
      if (name.equals("methods")) {
        inMethods++;
      } else if (name.equals("line") && inMethods == 0) {
        String hits = String.valueOf(xml.getAttributeValue(null, "hits"));
        if (!hits.matches("[0-9]{1,18}")) {
          throw new CheckReportException(file + " has a line without a number of hits");
        }
        lines++;
        covered += Long.parseLong(hits) > 0 ? 1 : 0;
      }
    }

    Coverage coverage() {
      return new Coverage(covered, lines);
    }
  }
}
