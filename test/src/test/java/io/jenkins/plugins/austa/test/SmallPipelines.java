package io.jenkins.plugins.austa.test;

import io.jenkins.plugins.austa.cli.host.ApprovalPolicy;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.ClassPathLibrary;
import io.jenkins.plugins.austa.cli.host.HostResult;
import io.jenkins.plugins.austa.cli.host.PipelineHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.rules.TemporaryFolder;

/** A repository with one service, and pipelines that run in it on the CPS engine. */
public final class SmallPipelines extends TemporaryFolder {
  static final String STARTER = "starter";
  static final String LIBRARY = "io/jenkins/plugins/austa/library";

  private ApprovalPolicy approvals = ApprovalPolicy.askAll("approver");
  private String branch = "main";
  private Path repository;

  @Override
  protected void before() throws Throwable {
    super.before();
    repository = newFolder("shop").toPath();
    write("frontend/package.json", "{}");
    write(
        "austa.yaml",
        """
        platform: shop
        security: {scanners: [npm-audit]}
        services: {frontend: {install: none, checks: {unit: {run: 'true'}}}}
        """);
  }

  /** Writes a file of the repository. */
  void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Deletes a file of the repository. */
  void delete(String name) throws IOException {
    Files.delete(repository.resolve(name));
  }

  /** Sets how approvals are answered. */
  void approvals(ApprovalPolicy policy) {
    this.approvals = policy;
  }

  /** Sets the branch that is built. */
  void branch(String name) {
    this.branch = name;
  }

  /** Runs a Jenkinsfile of that content. */
  HostResult run(String script) throws IOException, InterruptedException {
    return host(script).run();
  }

  /** A host that is about to run a Jenkinsfile of that content. */
  PipelineHost host(String script) throws IOException {
    write("Jenkinsfile", script + "\n");
    return PipelineHost.builder()
        .workspace(repository)
        .library(new ClassPathLibrary(SmallPipelines.class.getClassLoader(), LIBRARY))
        .jobName("shop")
        .change(new Change(branch, "1.0", "abc", "author"))
        .startedBy(STARTER)
        .approvals(approvals)
        .home(newFolder().toPath())
        .build();
  }

  String log(HostResult run) throws IOException {
    return Files.readString(run.log());
  }

  /** The {@code run.json} that the run archived. */
  static Path archived(HostResult run) {
    return run.artifacts().resolve(".austa/report/run.json");
  }
}
