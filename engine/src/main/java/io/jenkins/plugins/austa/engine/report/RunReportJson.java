package io.jenkins.plugins.austa.engine.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code run.json}: the report for machines. The same report always gives the same text, on every
 * system. Fields that this version does not know are ignored on reading, lists that are missing are
 * empty, so that old and new versions read each other's files.
 */
public final class RunReportJson {
  private static final ObjectMapper MAPPER = ReportMapper.create();
  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private RunReportJson() {}

  /** The report as text, with a newline at its end. */
  public static String toJson(RunReport report) {
    try {
      return WRITER.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A run report holds something that is not plain data", e);
    }
  }

  /**
   * The report that {@code json} holds.
   *
   * @throws RunReportException when it is not a run report; names line and column
   */
  public static RunReport fromJson(String json) throws RunReportException {
    try {
      RunReport read = MAPPER.readValue(json, RunReport.class);
      if (read == null) {
        throw new RunReportException(
            "Reading a run report: it is null. Run the pipeline again.", null);
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new RunReportException(
          "Reading a run report: " + e.getMessage() + ". Run the pipeline again to get a new one.",
          e);
    }
  }

  /** Writes the report to {@code file} as one step, as {@link AtomicFile} promises. */
  public static void write(RunReport report, Path file) throws RunReportException {
    AtomicFile.write(file, toJson(report));
  }

  /**
   * The report in {@code file}.
   *
   * @throws RunReportException when there is no such file or it is not a run report
   */
  public static RunReport read(Path file) throws RunReportException {
    try {
      return fromJson(Files.readString(file));
    } catch (RunReportException e) {
      throw new RunReportException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RunReportException(
          "Reading " + file + " failed: " + e + ". Check that the run wrote it.", e);
    }
  }
}
