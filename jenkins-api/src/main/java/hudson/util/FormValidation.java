package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Functions;
import hudson.Util;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;

/**
 * What is to be said of a value in a form.
 *
 * <p>Messages are escaped for HTML unless the method's name says that they are markup.
 */
public abstract class FormValidation extends IOException {
  private static final long serialVersionUID = 1L;

  /** How bad it is. */
  public final Kind kind;

  /** How bad a value is, in ascending order. */
  public enum Kind {
    /** Nothing is wrong. */
    OK,
    /** It works, but something should be known. */
    WARNING,
    /** It does not work. */
    ERROR
  }

  private FormValidation(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Says that {@code message} is wrong; null says that nothing is. */
  public static FormValidation error(String message) {
    return errorWithMarkup(Util.escape(message));
  }

  /** Says that {@code message} should be known; null says that nothing is wrong. */
  public static FormValidation warning(String message) {
    return warningWithMarkup(Util.escape(message));
  }

  /** Says that nothing is wrong. */
  public static FormValidation ok() {
    return respond(Kind.OK, "<div/>");
  }

  /** Says that nothing is wrong, and {@code message}. */
  public static FormValidation ok(String message) {
    return okWithMarkup(Util.escape(message));
  }

  /** Says what is wrong, by {@link String#format}. */
  public static FormValidation error(String format, Object... args) {
    return error(String.format(format, args));
  }

  /** Says what should be known, by {@link String#format}. */
  public static FormValidation warning(String format, Object... args) {
    return warning(String.format(format, args));
  }

  /** Says that nothing is wrong, by {@link String#format}. */
  public static FormValidation ok(String format, Object... args) {
    return ok(String.format(format, args));
  }

  /** Says what is wrong, with {@code e} to look into. */
  public static FormValidation error(Throwable e, String message) {
    return withDetails(Kind.ERROR, e, message);
  }

  /** Says what should be known, with {@code e} to look into. */
  public static FormValidation warning(Throwable e, String message) {
    return withDetails(Kind.WARNING, e, message);
  }

  /** Says what is wrong, by {@link String#format}, with {@code e} to look into. */
  public static FormValidation error(Throwable e, String format, Object... args) {
    return error(e, String.format(format, args));
  }

  /** Says what should be known, by {@link String#format}, with {@code e} to look into. */
  public static FormValidation warning(Throwable e, String format, Object... args) {
    return warning(e, String.format(format, args));
  }

  /** Says all of it; as bad as the worst. */
  public static @NonNull FormValidation aggregate(@NonNull Collection<FormValidation> validations) {
    if (validations == null || validations.isEmpty()) {
      return ok();
    }
    if (validations.size() == 1) {
      return validations.iterator().next();
    }
    StringBuilder all = new StringBuilder("<ul>");
    validations.forEach(each -> all.append("<li>").append(each.renderHtml()).append("</li>"));
    Kind worst =
        validations.stream().map(each -> each.kind).max(Comparator.naturalOrder()).orElse(Kind.OK);
    return respond(worst, all.append("</ul>").toString());
  }

  /** Says in HTML what is wrong. */
  public static FormValidation errorWithMarkup(String message) {
    return withMarkup(Kind.ERROR, message);
  }

  /** Says in HTML what should be known. */
  public static FormValidation warningWithMarkup(String message) {
    return withMarkup(Kind.WARNING, message);
  }

  /** Says in HTML that nothing is wrong. */
  public static FormValidation okWithMarkup(String message) {
    return withMarkup(Kind.OK, message);
  }

  /** Answers with {@code html}. */
  public static FormValidation respond(Kind kind, final String html) {
    return new Answer(kind, null, html);
  }

  /** Says that a number above 0 is needed where {@code value} is none. */
  public static FormValidation validatePositiveInteger(String value) {
    return number(value, 1, Integer.MAX_VALUE, "Not a positive number");
  }

  /** Says that a number from 0 up is needed where {@code value} is none. */
  public static FormValidation validateNonNegativeInteger(String value) {
    return number(value, 0, Integer.MAX_VALUE, "Not a non-negative number");
  }

  /** Says that a number in the range, its ends included, is needed where {@code value} is none. */
  public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
    return number(value, lower, upper, "Must be from " + lower + " to " + upper);
  }

  /** Says that a value is needed where {@code value} is blank. */
  public static FormValidation validateRequired(String value) {
    return Util.fixEmptyAndTrim(value) == null ? error("Required") : ok();
  }

  /** Returns the answer as HTML. */
  public abstract String renderHtml();

  private static FormValidation number(String value, int lower, int upper, String problem) {
    try {
      int number = Integer.parseInt(value);
      return number < lower || number > upper ? error(problem) : ok();
    } catch (NumberFormatException e) {
      return error("Not a number");
    }
  }

  private static FormValidation withDetails(Kind kind, Throwable e, String message) {
    String details = "<pre>" + Util.escape(Functions.printThrowable(e)) + "</pre>";
    return withMarkup(kind, Util.escape(message) + details);
  }

  private static FormValidation withMarkup(Kind kind, String message) {
    return message == null ? ok() : new Answer(kind, message, message);
  }

  private static final class Answer extends FormValidation {
    private static final long serialVersionUID = 1L;
    private final String html;

    Answer(Kind kind, String message, String html) {
      super(kind, message);
      this.html = html;
    }

    @Override
    public String renderHtml() {
      return html;
    }

    @Override
    public String toString() {
      return kind + ": " + html;
    }
  }
}
