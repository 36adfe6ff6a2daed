package io.jenkins.plugins.austa.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jenkins.plugins.austa.cli.byhand.HandCluster;
import io.jenkins.plugins.austa.cli.byhand.HandEnvironment;
import io.jenkins.plugins.austa.cli.byhand.KubeconfigFiles;
import io.jenkins.plugins.austa.cli.byhand.UnfitInputException;
import io.jenkins.plugins.austa.engine.plan.PipelinePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has that works on a cluster by hand. */
final class HandOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      description = "The repository with austa.yaml; the current folder when left out.",
      defaultValue = ".")
  private Path folder;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "The kubeconfig; $KUBECONFIG or ~/.kube/config when left out, as with kubectl.")
  private Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The kubeconfig's context; its current one when left out.")
  private String context;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "The address users reach a blue-green environment at; $AUSTA_PUBLIC_URL, or https and the"
              + " environment's host, when left out.",
      defaultValue = "${env:AUSTA_PUBLIC_URL}")
  private URI publicUrl;

  @Option(
      names = "--prometheus",
      paramLabel = "URL",
      description =
          "Where Prometheus is; $AUSTA_PROMETHEUS_URL when left out. Without it nobody knows the"
              + " error rate, and verify.onInconclusive decides.",
      defaultValue = "${env:AUSTA_PROMETHEUS_URL}")
  private URI prometheus;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description =
          "text, json or yaml; with the latter two what happens meanwhile goes to standard error.",
      defaultValue = "text")
  private OutputFormat format;

  /**
   * @param version what images are called; null when nothing is deployed
   */
  PipelinePlan plan(String version) throws UnfitInputException, IOException {
    return HandEnvironment.plan(folder, version);
  }

  HandEnvironment environment(PipelinePlan plan, String name) throws UnfitInputException {
    return HandEnvironment.of(plan, name, publicUrl, prometheus);
  }

  HandCluster cluster() throws UnfitInputException {
    return HandCluster.open(
        KubeconfigFiles.find(
            kubeconfig, context, System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /** Where a line about what happens goes. */
  Consumer<String> log() {
    PrintWriter writer = format == OutputFormat.TEXT ? out() : command.commandLine().getErr();
    return line -> {
      writer.println(line);
      writer.flush();
    };
  }

  boolean isText() {
    return format == OutputFormat.TEXT;
  }

  /** Prints what programs read. */
  void print(Object data) throws IOException {
    ObjectMapper mapper =
        format == OutputFormat.JSON ? new ObjectMapper() : new ObjectMapper(new YAMLFactory());
    mapper.enable(SerializationFeature.INDENT_OUTPUT);
    out().println(mapper.writeValueAsString(data).stripTrailing());
    out().flush();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
