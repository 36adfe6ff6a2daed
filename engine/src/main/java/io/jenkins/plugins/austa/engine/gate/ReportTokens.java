package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * A report's JSON as a stream of tokens, with limits, that turns every surprise into a {@link
 * BrokenReportException} which names the place. Strings nobody asks for are skipped unread.
 */
final class ReportTokens {
  private static final int LONGEST_STRING_READ = 1 << 20;
  private static final int DEEPEST_NESTING = 200;

  static final String SCAN_AGAIN =
      "Run the scan again and give its unchanged output; look at the scanner's log for why it"
          + " stopped early";

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_STRING_READ)
                  .maxNestingDepth(DEEPEST_NESTING)
                  .build())
          // Names come from the file: interning them would let a bad file fill the JVM's table.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Reads one field's value; whatever it leaves unread is skipped. */
  interface FieldReader {
    void read(String name) throws IOException, BrokenReportException;
  }

  /** Reads one element of an array. */
  interface ElementReader {
    void read() throws IOException, BrokenReportException;
  }

  private final JsonParser json;
  private final String report;

  ReportTokens(JsonParser json, String report) {
    this.json = json;
    this.report = report;
  }

  /** Reads the document: one object and nothing after it. */
  void document(FieldReader fields) throws IOException, BrokenReportException {
    if (json.nextToken() == null) {
      throw broken("the report is empty", SCAN_AGAIN);
    }
    object(fields);
    if (json.nextToken() != null) {
      throw broken("something follows the end of the report", SCAN_AGAIN);
    }
  }

  /** Reads the object that starts at the current token; null has no fields. */
  void object(FieldReader fields) throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(JsonToken.START_OBJECT, "an object");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      fields.read(name);
      json.skipChildren();
    }
  }

  /** Reads the array that starts at the current token; null has no elements. */
  void array(ElementReader elements) throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(JsonToken.START_ARRAY, "a list");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.read();
      json.skipChildren();
    }
  }

  boolean atText() {
    return json.currentToken() == JsonToken.VALUE_STRING;
  }

  boolean atObject() {
    return json.currentToken() == JsonToken.START_OBJECT;
  }

  /** Text, or null where the report says null. */
  String text() throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(JsonToken.VALUE_STRING, "text");
    return json.getText();
  }

  int number() throws IOException, BrokenReportException {
    if (!json.currentToken().isNumeric()) {
      throw wrongType("a number");
    }
    double value = json.getDoubleValue();
    return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE ? (int) value : -1;
  }

  boolean isTrue() {
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  Severity severity() throws IOException, BrokenReportException {
    String word = text();
    return Severity.read(word)
        .orElseThrow(
            () ->
                broken(
                    "severity '" + bounded(word) + "' is not one this scanner is known to use",
                    "Use a version of the scanner that this gate knows, or report the new word"));
  }

  BrokenReportException broken(String what, String whatToDo) {
    return new BrokenReportException(what, place(), whatToDo);
  }

  /** What went wrong in Jackson, without any of the report's content: it may hold secrets. */
  static BrokenReportException broken(JsonProcessingException e, String report) {
    String where = report;
    if (e.getLocation() != null) {
      where += " line " + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr();
    }
    String what =
        String.valueOf(e.getOriginalMessage()).contains("end-of-input")
            ? "the report ends in the middle: it was truncated"
            : "the report is not well-formed JSON, or is beyond the limits for one";
    return new BrokenReportException(what, where, SCAN_AGAIN);
  }

  private void require(JsonToken token, String expected) throws BrokenReportException {
    if (json.currentToken() != token) {
      throw wrongType(expected);
    }
  }

  private BrokenReportException wrongType(String expected) {
    return broken(
        "expected " + expected + " here",
        "Check that this is the scanner's own, unchanged JSON output of a supported version");
  }

  private String place() {
    String pointer = json.getParsingContext().pathAsPointer().toString();
    return pointer.isEmpty() ? report : report + " at " + bounded(pointer);
  }

  static String bounded(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 120 ? clean : clean.substring(0, 119) + "…";
  }
}
