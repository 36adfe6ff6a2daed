package io.jenkins.plugins.austa.cli.command;

import io.jenkins.plugins.austa.cli.scene.Checkout;
import io.jenkins.plugins.austa.cli.scene.Delivery;
import io.jenkins.plugins.austa.cli.scene.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code austa run}: any repository's Jenkinsfile, on this machine. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a repository's Jenkinsfile on this machine, against a cluster in this process and a real PostgreSQL.",
      "The sources are copied; nothing is written into them. Tools run for real: what this machine lacks fails"
          + " the step that needs it. Only helm and Prisma are stood in for, because the cluster is a sandbox."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the pipeline succeeded",
      "1:the pipeline failed or was aborted",
      "2:the command line or the configuration is wrong"
    })
public final class RunCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The repository; the current folder when left out.",
      defaultValue = ".")
  private Path folder;

  @Option(
      names = "--branch",
      paramLabel = "B",
      description = "The branch it stands for; asked of git when left out.")
  private String branch;

  @Option(
      names = "--tag",
      paramLabel = "T",
      description = "The version; branch and commit when left out.")
  private String tag;

  @Mixin private DeliveryOptions options;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new WrongUseException(folder + " is not a folder; name the repository to run");
    }
    if (!Files.exists(folder.resolve("Jenkinsfile"))) {
      throw new WrongUseException(
          "there is no Jenkinsfile in "
              + folder.toAbsolutePath().normalize()
              + "; one line is enough: austaPipeline()");
    }
    Sources sources = Checkout.describe(folder, branch, tag);
    return Outcomes.exitCode(
        Delivery.of(sources, options.output()).approvals(options.approvals(Map.of())).run());
  }
}
