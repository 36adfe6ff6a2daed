package io.jenkins.plugins.austa.engine.checks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads LCOV tracefiles: of each record the totals {@code LF} and {@code LH}, or its {@code DA}
 * lines where a tool leaves the totals out.
 */
final class Lcov {
  private final Path file;
  private long covered;
  private long lines;
  private long recordHit;
  private long recordLines;
  private long found = -1;
  private long hit = -1;
  private boolean inRecord;
  private boolean any;

  private Lcov(Path file) {
    this.file = file;
  }

  static Coverage read(Path file) throws CheckReportException {
    Lcov lcov = new Lcov(file);
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lcov.line(line.strip());
      }
    } catch (MalformedInputException e) {
      throw lcov.broken("it is not text in UTF-8");
    } catch (IOException e) {
      throw new CheckReportException("Reading coverage from " + file + " failed", e);
    }
    if (lcov.inRecord || !lcov.any) {
      throw lcov.broken(lcov.any ? "it ends in the middle" : "it has no record");
    }
    return new Coverage(lcov.covered, lcov.lines);
  }

  private void line(String line) throws CheckReportException {
    if (line.startsWith("SF:")) {
      inRecord = true;
      any = true;
    } else if (line.startsWith("DA:")) {
      String[] parts = line.substring(3).split(",");
      recordLines++;
      recordHit += number(parts.length > 1 ? parts[1] : "") > 0 ? 1 : 0;
    } else if (line.startsWith("LF:")) {
      found = number(line.substring(3));
    } else if (line.startsWith("LH:")) {
      hit = number(line.substring(3));
    } else if (line.equals("end_of_record")) {
      end();
    }
  }

  private void end() throws CheckReportException {
    boolean totals = found >= 0 && hit >= 0;
    long of = totals ? found : recordLines;
    long by = totals ? hit : recordHit;
    if (by > of) {
      throw broken("a record has more lines hit than found");
    }
    lines += of;
    covered += by;
    found = -1;
    hit = -1;
    recordLines = 0;
    recordHit = 0;
    inRecord = false;
  }

  private long number(String text) throws CheckReportException {
    if (!text.matches("[0-9]{1,15}")) {
      throw broken("it has a count that is no number");
    }
    return Long.parseLong(text);
  }

  private CheckReportException broken(String why) {
    return new CheckReportException(
        "Reading coverage from "
            + file
            + " failed: "
            + why
            + ". Supported are LCOV and Cobertura XML; look at the log of the check that writes it");
  }
}
