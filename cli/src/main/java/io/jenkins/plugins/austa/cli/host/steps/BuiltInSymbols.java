package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.Descriptor;
import io.jenkins.plugins.austa.cli.host.bind.Describables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;

/** The symbols that can stand inside arguments of steps: the host's own and those of plugins. */
public final class BuiltInSymbols {
  /** Known in Jenkins and without meaning here; accepted so that Jenkinsfiles need no change. */
  private static final List<String> WITHOUT_MEANING =
      List.of(
          "buildDiscarder",
          "containerTemplate",
          "cron",
          "disableConcurrentBuilds",
          "durabilityHint",
          "emptyDirVolume",
          "envVar",
          "configMapVolume",
          "hostPathVolume",
          "logRotator",
          "overrideIndexTriggers",
          "persistentVolumeClaim",
          "pipelineTriggers",
          "pollSCM",
          "rateLimitBuilds",
          "secretEnvVar",
          "secretVolume");

  private BuiltInSymbols() {}

  /** Collects the symbols; those of plugins come from their descriptors. */
  @SuppressWarnings("rawtypes")
  public static Describables with(Iterable<? extends Descriptor> descriptors) {
    Map<String, List<Class<?>>> symbols = new HashMap<>();
    WITHOUT_MEANING.forEach(symbol -> symbols.put(symbol, List.of()));
    symbols.put("booleanParam", new ArrayList<>(List.of(BooleanParameter.class)));
    symbols.put("choice", new ArrayList<>(List.of(ChoiceParameter.class)));
    symbols.put("text", new ArrayList<>(List.of(TextParameter.class)));
    symbols.put("password", new ArrayList<>(List.of(TextParameter.class)));
    symbols.put("parameters", new ArrayList<>(List.of(ParametersProperty.class)));
    symbols.put("string", new ArrayList<>(List.of(StringBinding.class, TextParameter.class)));
    symbols.put("file", new ArrayList<>(List.of(FileBinding.class)));
    symbols.put("usernamePassword", new ArrayList<>(List.of(UsernamePasswordBinding.class)));
    for (Descriptor<?> descriptor : descriptors) {
      Symbol symbol = descriptor.getClass().getAnnotation(Symbol.class);
      for (String name : symbol == null ? new String[0] : symbol.value()) {
        symbols.computeIfAbsent(name, n -> new ArrayList<>()).add(descriptor.clazz);
      }
    }
    return new Describables(symbols);
  }
}
