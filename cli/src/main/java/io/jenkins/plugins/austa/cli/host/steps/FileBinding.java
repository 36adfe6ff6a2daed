package io.jenkins.plugins.austa.cli.host.steps;

import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code file(credentialsId: …, variable: …)}: the variable holds the path of a secret file. */
public final class FileBinding extends CredentialsBinding {
  private final String variable;

  /** Called by binding. */
  @DataBoundConstructor
  public FileBinding(String variable, String credentialsId) {
    super(credentialsId);
    this.variable = variable;
  }

  @Override
  Map<String, String> bind(Run<?, ?> run, Path folder) throws IOException {
    FileCredentials found = find(FileCredentials.class, run);
    Path name = Path.of(found.getFileName()).getFileName();
    Path file =
        Files.createTempDirectory(folder, "file").resolve(name == null ? "file" : name.toString());
    try (InputStream content = found.getContent()) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return Map.of(variable, file.toString());
  }
}
