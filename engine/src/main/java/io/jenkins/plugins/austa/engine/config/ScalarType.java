package io.jenkins.plugins.austa.engine.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one Java type is written in {@code austa.yaml}.
 *
 * @param name what the reference calls it
 * @param parser turns the text into the value; throws IllegalArgumentException with the reason
 */
record ScalarType(String name, Function<String, Object> parser) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final List<String> YES_NO = List.of("true", "false");

  private static final Map<Class<?>, ScalarType> KNOWN =
      Map.of(
          String.class, new ScalarType("text", text -> text),
          int.class, new ScalarType("whole number", ScalarType::wholeNumber),
          Double.class, new ScalarType("number", ScalarType::number),
          Integer.class, new ScalarType("whole number", ScalarType::wholeNumber),
          Boolean.class, new ScalarType("true or false", ScalarType::yesNo),
          boolean.class, new ScalarType("true or false", ScalarType::yesNo),
          Duration.class, new ScalarType("duration, such as 30s, 5m or 24h", ScalarType::duration),
          Ratio.class, new ScalarType("percentage, such as 1%", Ratio::parse),
          PinnedImage.class, new ScalarType("image@sha256:digest", PinnedImage::parse));

  /** The way a type is written, or empty when it is not a scalar. */
  static Optional<ScalarType> of(Class<?> type) {
    return type.isEnum() ? Optional.of(oneOf(type)) : Optional.ofNullable(KNOWN.get(type));
  }

  /** The name of an enum constant as YAML has it: {@code BLUE_GREEN} is {@code blue-green}. */
  static String yamlName(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ScalarType oneOf(Class<?> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(ScalarType::yamlName).toList();
    String described = names.stream().collect(Collectors.joining(", ", "one of ", ""));
    return new ScalarType(
        described,
        text -> {
          int at = names.indexOf(text);
          if (at < 0) {
            throw new IllegalArgumentException("is not known" + suggestion(text, names));
          }
          return type.getEnumConstants()[at];
        });
  }

  private static Object wholeNumber(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a whole number", e);
    }
  }

  private static Object number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("is not a number");
  }

  private static Object yesNo(String text) {
    if (!YES_NO.contains(text)) {
      throw new IllegalArgumentException("is neither true nor false");
    }
    return Boolean.valueOf(text);
  }

  private static Object duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("is not a duration");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  static String suggestion(String written, List<String> known) {
    return NearestName.of(written, known)
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElse("");
  }
}
