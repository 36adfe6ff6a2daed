package io.jenkins.plugins.austa.cli.host.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

/** Converts numbers without losing anything: 5 fits a double, 5.5 does not fit an int. */
final class Numbers {
  private static final Map<Class<?>, Function<BigDecimal, Number>> TARGETS =
      Map.ofEntries(
          Map.entry(int.class, BigDecimal::intValueExact),
          Map.entry(Integer.class, BigDecimal::intValueExact),
          Map.entry(long.class, BigDecimal::longValueExact),
          Map.entry(Long.class, BigDecimal::longValueExact),
          Map.entry(short.class, BigDecimal::shortValueExact),
          Map.entry(Short.class, BigDecimal::shortValueExact),
          Map.entry(byte.class, BigDecimal::byteValueExact),
          Map.entry(Byte.class, BigDecimal::byteValueExact),
          Map.entry(double.class, BigDecimal::doubleValue),
          Map.entry(Double.class, BigDecimal::doubleValue),
          Map.entry(float.class, BigDecimal::floatValue),
          Map.entry(Float.class, BigDecimal::floatValue),
          Map.entry(BigDecimal.class, decimal -> decimal),
          Map.entry(BigInteger.class, BigDecimal::toBigIntegerExact));

  private Numbers() {}

  static boolean isNumeric(Class<?> type) {
    return TARGETS.containsKey(type);
  }

  static Number convert(String what, Class<?> wanted, Number value) {
    try {
      return TARGETS.get(wanted).apply(new BigDecimal(value.toString()));
    } catch (ArithmeticException e) {
      throw new BindingException(
          what + " wants " + wanted.getSimpleName() + ", which cannot hold " + value);
    }
  }
}
