package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.engine.config.EnvironmentConfig.RouterKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a router as austa.yaml has it. */
final class RouterName implements ITypeConverter<RouterKind> {
  @Override
  public RouterKind convert(String name) {
    return Arrays.stream(RouterKind.values())
        .filter(router -> yaml(router).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + name + "\" is not known; allowed are " + names()));
  }

  private static List<String> names() {
    return Arrays.stream(RouterKind.values()).map(RouterName::yaml).toList();
  }

  private static String yaml(RouterKind router) {
    return router.name().toLowerCase(Locale.ROOT);
  }
}
