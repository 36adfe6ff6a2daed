package io.jenkins.plugins.austa.cli.toolbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers with what was recorded; a call that was not recorded fails and says so. */
public final class RecordedTool implements Tool {
  private static final String ARGUMENT = "@arg:";

  private final String name;
  private final String reason;
  private final List<Recording> recordings;
  private final String onlyFor;

  /**
   * @param name the command
   * @param reason why it is not run for real
   * @param recordings its recorded calls; the first that fits answers
   */
  public RecordedTool(String name, String reason, List<Recording> recordings) {
    this(name, reason, recordings, null);
  }

  private RecordedTool(String name, String reason, List<Recording> recordings, String onlyFor) {
    this.name = name;
    this.reason = reason;
    this.recordings = List.copyOf(recordings);
    this.onlyFor = onlyFor;
  }

  /** The same tool, but calls with another first argument go to the machine's own command. */
  public RecordedTool onlyFor(String firstArgument) {
    return new RecordedTool(name, reason, recordings, firstArgument);
  }

  @Override
  public Optional<String> onlyFor() {
    return Optional.ofNullable(onlyFor);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public How how() {
    return How.RECORDED;
  }

  @Override
  public String provenance() {
    String sources =
        String.join("; ", recordings.stream().map(Recording::provenance).distinct().toList());
    return reason + "; " + sources;
  }

  @Override
  public int run(ToolCall call) throws IOException {
    Path workspace =
        Path.of(call.environment().getOrDefault("WORKSPACE", call.directory().toString()));
    Optional<Recording> found =
        recordings.stream().filter(recording -> recording.fits(call, workspace)).findFirst();
    if (found.isEmpty()) {
      call.err()
          .println(
              name + " (recorded): there is no recording of \"" + name + " " + call.line() + "\"");
      return 127;
    }
    return replay(found.get(), call, workspace);
  }

  private static int replay(Recording recording, ToolCall call, Path workspace) throws IOException {
    call.err().println("[recorded] " + call.tool() + ": " + recording.provenance());
    for (Recording.WrittenFile file : recording.files()) {
      Path target = target(file.to(), call, workspace);
      Files.createDirectories(
          Objects.requireNonNull(target.getParent(), "a file in a workspace has a folder"));
      Files.copy(
          recording.folder().resolve(file.from()), target, StandardCopyOption.REPLACE_EXISTING);
    }
    print(recording.folder(), recording.stdout(), call.out());
    print(recording.folder(), recording.stderr(), call.err());
    return recording.exitCode();
  }

  private static Path target(String to, ToolCall call, Path workspace) throws IOException {
    if (!to.startsWith(ARGUMENT)) {
      return workspace.resolve(to);
    }
    String value = call.option(to.substring(ARGUMENT.length()));
    if (value == null) {
      throw new IOException("the call has no " + to.substring(ARGUMENT.length()) + " to write to");
    }
    return call.directory().resolve(value);
  }

  private static void print(Path folder, String file, java.io.PrintStream to) throws IOException {
    if (file != null) {
      to.write(Files.readAllBytes(folder.resolve(file)));
    }
  }
}
