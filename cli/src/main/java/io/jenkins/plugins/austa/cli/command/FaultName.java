package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.scene.Fault;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a fault as the help shows it. */
final class FaultName implements ITypeConverter<Fault> {
  @Override
  public Fault convert(String name) {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\""
                        + name
                        + "\" is not known; allowed are "
                        + Arrays.toString(Fault.values())));
  }
}
