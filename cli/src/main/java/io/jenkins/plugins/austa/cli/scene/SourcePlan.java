package io.jenkins.plugins.austa.cli.scene;

import io.jenkins.plugins.austa.engine.config.AustaConfig;
import io.jenkins.plugins.austa.engine.config.ConfigReader;
import io.jenkins.plugins.austa.engine.config.InvalidConfigException;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import io.jenkins.plugins.austa.engine.plan.Planner;
import io.jenkins.plugins.austa.engine.plan.RepositoryFacts;
import io.jenkins.plugins.austa.engine.plan.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans from sources on this machine, as the pipeline will: the scene has to fit. */
public final class SourcePlan {
  private static final String FILE = "austa.yaml";

  private SourcePlan() {}

  /**
   * Plans.
   *
   * @throws InvalidConfigException when {@code austa.yaml} cannot be used
   */
  public static PipelinePlan of(Sources sources) throws IOException, InvalidConfigException {
    Path file = sources.folder().resolve(FILE);
    AustaConfig config = ConfigReader.read(FILE, Files.exists(file) ? Files.readString(file) : "");
    Set<String> existing =
        Planner.markers(config).stream()
            .filter(path -> Files.exists(sources.folder().resolve(path)))
            .collect(Collectors.toSet());
    RepositoryFacts repository =
        new RepositoryFacts(String.valueOf(sources.folder().getFileName()), existing);
    return Planner.plan(
        FILE, config, repository, new RunFacts(sources.branch(), sources.tag(), sources.commit()));
  }
}
