package io.jenkins.plugins.austa.plugin.steps;

import hudson.remoting.VirtualChannel;
import hudson.util.Secret;
import io.jenkins.plugins.austa.engine.gate.github.CodeScanning;
import io.jenkins.plugins.austa.engine.gate.github.CodeScanningResult;
import io.jenkins.plugins.austa.engine.gate.github.CodeScanningTarget;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.MasterToSlaveFileCallable;

/**
 * Sends the gate's SARIF files from the agent that has them; they never travel to the controller.
 */
final class UploadSarif extends MasterToSlaveFileCallable<ArrayList<String>> {
  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final CodeScanningTarget target;
  private final Secret token;

  UploadSarif(CodeScanningTarget target, Secret token) {
    this.target = target;
    this.token = token;
  }

  /** Uploads one file after the other, and says of each how that ended. */
  @Override
  public ArrayList<String> invoke(File folder, VirtualChannel channel)
      throws IOException, InterruptedException {
    Path workspace = folder.toPath();
    CodeScanning scanning =
        new CodeScanning(HttpClient.newBuilder().connectTimeout(CONNECT).build(), PATIENCE);
    ArrayList<String> said = new ArrayList<>();
    for (Path file : files(workspace.resolve(PlannedFiles.REPORT))) {
      CodeScanningResult result = upload(scanning, Files.readAllBytes(file));
      said.add(
          workspace.relativize(file)
              + (result.processed()
                  ? " is shown in the Security tab of " + target.repository()
                  : " is not shown: " + result.reason()));
    }
    return said;
  }

  private static List<Path> files(Path report) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(report)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(report, "gate*.sarif")) {
        found.forEach(files::add);
      }
    }
    Collections.sort(files);
    return files;
  }

  private CodeScanningResult upload(CodeScanning scanning, byte[] sarif)
      throws InterruptedException {
    try {
      return scanning
          .upload(target, token.getPlainText(), sarif)
          .get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return new CodeScanningResult(false, "GitHub did not answer in time");
    }
  }
}
