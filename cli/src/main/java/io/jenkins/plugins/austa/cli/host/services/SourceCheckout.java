package io.jenkins.plugins.austa.cli.host.services;

import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.austa.cli.host.Change;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Brings the sources of a run into a workspace. Of a Git work tree that is what Git knows plus new
 * files that are not ignored, uncommitted changes included; of another folder it is everything.
 */
public final class SourceCheckout {
  private final RunSettings settings;

  SourceCheckout(RunSettings settings) {
    this.settings = settings;
  }

  /** Fills the workspace of the step and returns the variables that {@code checkout} returns. */
  public Map<String, String> checkOut(StepContext context)
      throws IOException, InterruptedException {
    Path workspace = Path.of(context.get(FilePath.class).getRemote());
    TaskListener log = context.get(TaskListener.class);
    if (workspace.equals(settings.sources())) {
      log.getLogger().println("Working in " + workspace + " itself, as it is");
    } else {
      List<Path> files = files();
      FileTrees.copy(settings.sources(), files, workspace);
      log.getLogger().println("Checked out " + files.size() + " files from " + settings.sources());
    }
    return variables();
  }

  private List<Path> files() throws IOException, InterruptedException {
    Path home = settings.home().toAbsolutePath();
    List<Path> files = gitFiles();
    if (files.isEmpty()) {
      files = FilePatterns.of("", "", false).find(settings.sources());
    }
    return files.stream()
        .filter(file -> !settings.sources().resolve(file).toAbsolutePath().startsWith(home))
        .filter(file -> Files.isRegularFile(settings.sources().resolve(file)))
        .toList();
  }

  private List<Path> gitFiles() throws IOException, InterruptedException {
    ProcessBuilder git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(settings.sources().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = git.start();
    } catch (IOException noGit) {
      return List.of();
    }
    try (InputStream out = process.getInputStream()) {
      String names = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      boolean workTree = process.waitFor() == 0 && !names.isEmpty();
      return workTree ? Arrays.stream(names.split("\0")).map(Path::of).toList() : List.of();
    }
  }

  private Map<String, String> variables() {
    Change change = settings.change();
    Map<String, String> variables = new LinkedHashMap<>();
    if (change.branch() != null) {
      variables.put("GIT_BRANCH", change.branch());
      variables.put("GIT_LOCAL_BRANCH", change.branch());
    }
    if (change.commit() != null) {
      variables.put("GIT_COMMIT", change.commit());
    }
    if (change.author() != null) {
      variables.put("GIT_AUTHOR_NAME", change.author());
    }
    variables.put("GIT_URL", settings.sources().toUri().toString());
    return variables;
  }
}
