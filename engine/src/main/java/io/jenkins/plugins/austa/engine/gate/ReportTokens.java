package io.jenkins.plugins.austa.engine.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report's JSON as a stream of tokens that turns every surprise into a {@link
 * BrokenReportException} which names the place. What nobody asks for is skipped unread.
 */
final class ReportTokens {
  static final String SCAN_AGAIN =
      "Run the scan again and give its unchanged output; look at the scanner's log for why it"
          + " stopped early";

  private static final int SHORT_NUMBER = 3;
  private static final Severity[] COMMON = {
    Severity.MEDIUM, Severity.HIGH, Severity.LOW, Severity.CRITICAL
  };

  /** Reads one field's value; whatever it leaves unread is skipped. */
  interface FieldReader {
    void read(String name) throws IOException, BrokenReportException;
  }

  /** Reads one element of an array. */
  interface ElementReader {
    void read() throws IOException, BrokenReportException;
  }

  /** Reads a whole document. */
  interface DocumentReader {
    void read(ReportTokens tokens) throws IOException, BrokenReportException;
  }

  private final JsonParser json;
  private final ReportFile file;
  private final KeyedHash hash = new KeyedHash();
  private final List<SeenNames> seenByDepth = new ArrayList<>();
  private int depth;

  ReportTokens(JsonParser json, ReportFile file) {
    this.json = json;
    this.file = file;
  }

  /** Reads the same file from its beginning, for what must be known before this goes on. */
  void readAhead(DocumentReader reader) throws IOException, BrokenReportException {
    file.read(reader);
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
    SeenNames seen = enter();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (!seen.add(name)) {
        throw broken("a field is there twice", SCAN_AGAIN);
      }
      json.nextToken();
      fields.read(name);
      json.skipChildren();
    }
    depth--;
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

  boolean atArray() {
    return json.currentToken() == JsonToken.START_ARRAY;
  }

  boolean atNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isTrue() {
    return json.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** Text, or null where the report says null. */
  String text() throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(JsonToken.VALUE_STRING, "text");
    return json.getText();
  }

  /** Reads a text, or none where the report says null. */
  void text(ShortText into) throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      into.clear();
      return;
    }
    require(JsonToken.VALUE_STRING, "text");
    into.set(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
  }

  /** The text when it begins so; null when it does not. Makes no object then. */
  String textWith(String prefix) throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    require(JsonToken.VALUE_STRING, "text");
    if (json.getTextLength() < prefix.length()) {
      return null;
    }
    char[] chars = json.getTextCharacters();
    int offset = json.getTextOffset();
    for (int i = prefix.length() - 1; i >= 0; i--) {
      if (chars[offset + i] != prefix.charAt(i)) {
        return null;
      }
    }
    return json.getText();
  }

  int number() throws IOException, BrokenReportException {
    double value = decimal();
    return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE ? (int) value : -1;
  }

  /** A number, or NaN where the report says null. */
  double decimal() throws IOException, BrokenReportException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return Double.NaN;
    }
    if (!json.currentToken().isNumeric()) {
      throw wrongType("a number");
    }
    return json.getTextLength() == SHORT_NUMBER ? shortNumber() : json.getDoubleValue();
  }

  /** Scores such as 7.5 come by the million; making a text of each to parse it takes long. */
  private double shortNumber() throws IOException {
    char[] chars = json.getTextCharacters();
    int offset = json.getTextOffset();
    int whole = chars[offset] - '0';
    int tenths = chars[offset + 2] - '0';
    boolean plain =
        chars[offset + 1] == '.' && whole >= 0 && whole <= 9 && tenths >= 0 && tenths <= 9;
    return plain ? (whole * 10 + tenths) / 10.0 : json.getDoubleValue();
  }

  /**
   * The day that a date or time begins with, as days since 1970; {@link FindingDraft#NO_DAY} when
   * it begins with none.
   */
  int day() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING || json.getTextLength() < IsoDay.LENGTH) {
      return FindingDraft.NO_DAY;
    }
    return IsoDay.read(json.getTextCharacters(), json.getTextOffset());
  }

  Severity severity() throws IOException, BrokenReportException {
    Severity common = commonSeverity();
    if (common != null) {
      return common;
    }
    String word = text();
    Optional<Severity> severity = Severity.read(word);
    if (severity.isEmpty()) {
      throw broken(
          "severity '" + bounded(word) + "' is not one this scanner is known to use",
          "Use a version of the scanner that this gate knows, or report the new word");
    }
    return severity.get();
  }

  /** One of the words that come by the million; null for any other. */
  private Severity commonSeverity() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return null;
    }
    char[] chars = json.getTextCharacters();
    int offset = json.getTextOffset();
    int length = json.getTextLength();
    for (Severity severity : COMMON) {
      String name = severity.name();
      int i = 0;
      while (i < length && i < name.length() && chars[offset + i] == name.charAt(i)) {
        i++;
      }
      if (i == length && i == name.length()) {
        return severity;
      }
    }
    return null;
  }

  BrokenReportException broken(String what, String whatToDo) {
    return new BrokenReportException(what, place(), whatToDo);
  }

  private SeenNames enter() {
    if (depth == seenByDepth.size()) {
      seenByDepth.add(new SeenNames(hash));
    }
    SeenNames seen = seenByDepth.get(depth++);
    seen.clear();
    return seen;
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
    return pointer.isEmpty() ? file.name() : file.name() + " at " + bounded(pointer);
  }

  static String bounded(String text) {
    String head = text.length() <= 240 ? text : text.substring(0, 240);
    String clean = head.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 120 ? clean : clean.substring(0, 119) + "…";
  }
}
