package io.jenkins.plugins.austa.engine.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads {@code austa.yaml}. */
public final class ConfigReader {

  private ConfigReader() {}

  /**
   * Reads and checks a configuration.
   *
   * @param file the name shown in problems, for example {@code austa.yaml}
   * @param text the YAML; an empty text means every default
   * @return the configuration
   * @throws InvalidConfigException with every mistake, in the order of the file
   */
  public static AustaConfig read(String file, String text) throws InvalidConfigException {
    List<ConfigProblem> problems = new ArrayList<>();
    YamlNode root = YamlReader.read(file, text, problems);
    Object config = new RecordBinder(file, problems).bind(AustaConfig.class, root, "");
    if (problems.isEmpty()) {
      new RouterRules(file, root, problems).check((AustaConfig) config);
      YamlPlaces places = new YamlPlaces(file, root, problems);
      new HealthRules(places).check((AustaConfig) config);
      new SecurityRules(places).check((AustaConfig) config);
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(ConfigProblem::line));
      throw new InvalidConfigException(problems);
    }
    return (AustaConfig) config;
  }
}
