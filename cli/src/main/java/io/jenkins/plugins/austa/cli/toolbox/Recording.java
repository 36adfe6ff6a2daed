package io.jenkins.plugins.austa.cli.toolbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.List;

/**
 * One recorded call of a tool.
 *
 * @param tool the command
 * @param args regular expression that the joined arguments must match in full
 * @param directory regular expression for the folder of the call, relative to the workspace; null
 *     for any
 * @param exitCode the exit code
 * @param stdout file with its standard output; null for none
 * @param stderr file with its standard error; null for none
 * @param files files that it wrote; null for none
 * @param provenance how the recording came to be, for the reader
 * @param folder the folder of the index, which file names are relative to
 */
public record Recording(
    String tool,
    String args,
    String directory,
    int exitCode,
    String stdout,
    String stderr,
    List<WrittenFile> files,
    String provenance,
    @JsonIgnore Path folder) {

  /** Takes absent files as none. */
  public Recording {
    files = files == null ? List.of() : List.copyOf(files);
  }

  /**
   * A file that the tool wrote.
   *
   * @param from the recorded file, relative to the index
   * @param to where it belongs: relative to the workspace, or {@code @arg:--option} for an option's
   *     value
   */
  public record WrittenFile(String from, String to) {}

  Recording in(Path folder) {
    return new Recording(
        tool, args, directory, exitCode, stdout, stderr, files, provenance, folder);
  }

  boolean fits(ToolCall call, Path workspace) {
    boolean here =
        directory == null
            || workspace
                .relativize(call.directory())
                .toString()
                .replace('\\', '/')
                .matches(directory);
    return here && call.line().matches(args);
  }
}
