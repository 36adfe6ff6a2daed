package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report on disk, read with limits: no text, name or nesting in it can take more memory than they
 * allow. Whatever is wrong with it is a {@link BrokenReportException}.
 *
 * @param path where it lies
 * @param name what it is called in messages
 */
record ReportFile(Path path, String name) {
  private static final int LONGEST_STRING_READ = 1 << 20;
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_NUMBER = 100;
  private static final int DEEPEST_NESTING = 200;
  private static final int GZIP_MAGIC = 0x1f8b;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_STRING_READ)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNestingDepth(DEEPEST_NESTING)
                  .build())
          // Names come from the file: interning them would let a bad file fill the JVM's table.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Reads it from its beginning. */
  void read(ReportTokens.DocumentReader reader) throws BrokenReportException {
    try (JsonParser json = FACTORY.createParser(Files.newInputStream(path))) {
      reader.read(new ReportTokens(json, this));
    } catch (JsonProcessingException | CharConversionException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Tells its format by content. */
  ReportFormat format() throws BrokenReportException {
    readable();
    try (JsonParser json = FACTORY.createParser(Files.newInputStream(path))) {
      return ReportFormat.detect(json);
    } catch (JsonProcessingException | CharConversionException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Refuses what is no file, empty or compressed. */
  void readable() throws BrokenReportException {
    if (!Files.isRegularFile(path)) {
      throw new BrokenReportException(
          "there is no report here", name, "Look at the scanner's log for why it wrote none");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 0) {
        throw new BrokenReportException("the report is empty", name, ReportTokens.SCAN_AGAIN);
      }
      if (start.length == 2 && ((start[0] & 0xff) << 8 | start[1] & 0xff) == GZIP_MAGIC) {
        throw new BrokenReportException(
            "the report is compressed with gzip", name, "Give it uncompressed");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What went wrong, without any of the report's content: it may hold secrets. */
  private BrokenReportException malformed(IOException e) {
    String where = name;
    boolean cut = false;
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      where += " line " + json.getLocation().getLineNr();
      where += " column " + json.getLocation().getColumnNr();
      cut = String.valueOf(json.getOriginalMessage()).contains("end-of-input");
    }
    return new BrokenReportException(
        cut
            ? "the report ends in the middle: it was truncated"
            : "the report is not well-formed JSON, or is beyond the limits for one",
        where,
        ReportTokens.SCAN_AGAIN);
  }

  private BrokenReportException unreadable(IOException e) {
    return new BrokenReportException(
        "the report cannot be read (" + e.getClass().getSimpleName() + ")",
        name,
        "Check that the file is readable on this agent");
  }
}
