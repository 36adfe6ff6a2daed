package io.jenkins.plugins.austa.engine.report.html;

import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunReport;
import io.jenkins.plugins.austa.engine.report.StageReport;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Reports in which every text, however deep, comes from one source. */
final class Filled {
  private final Supplier<String> texts;
  private final Random random;
  private int depth;

  private Filled(Supplier<String> texts, Random random) {
    this.texts = texts;
    this.random = random;
  }

  static RunReport with(Supplier<String> texts, Random random) {
    return (RunReport) new Filled(texts, random).value(RunReport.class);
  }

  /** A run of which nothing at all is known. */
  static RunReport empty() {
    return new RunReport(
        null, null, null, null, null, null, null, 0, 0, 0, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null);
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType list) {
      return list.getRawType() == Map.class
          ? Map.of(texts.get(), 3)
          : list(list.getActualTypeArguments()[0]);
    }
    if (type == String.class) {
      return texts.get();
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-23T10:00:00Z").plusMillis(random.nextInt(60_000));
    }
    if (type == FailureKind.class) {
      return FailureKind.values()[random.nextInt(FailureKind.values().length)];
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == Double.class) {
      return random.nextDouble();
    }
    if (type == int.class) {
      return random.nextInt(50);
    }
    return type == long.class ? (Object) (long) random.nextInt(50_000) : fill((Class<?>) type);
  }

  private List<?> list(Type element) {
    if (element == StageReport.class && depth > 3) {
      return List.of();
    }
    depth++;
    List<?> filled = List.of(value(element), value(element));
    depth--;
    return filled;
  }

  private Object fill(Class<?> kind) {
    RecordComponent[] components = kind.getRecordComponents();
    try {
      Constructor<?> all =
          kind.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return all.newInstance(
          Arrays.stream(components).map(c -> value(c.getGenericType())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("Filling " + kind, e);
    }
  }
}
