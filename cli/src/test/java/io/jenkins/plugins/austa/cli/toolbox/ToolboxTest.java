package io.jenkins.plugins.austa.cli.toolbox;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ToolboxTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Path workspace;
  private Path recordings;

  @Before
  public void recordOneCall() throws IOException {
    workspace = folder.newFolder("workspace").toPath();
    recordings = folder.newFolder("recordings").toPath();
    Files.writeString(recordings.resolve("out.txt"), "scanned\n");
    Files.writeString(recordings.resolve("report.json"), "{}");
    Files.writeString(
        recordings.resolve("index.json"),
        """
        [{"tool": "scan", "args": "^fs --output \\\\S+ \\\\.$", "exitCode": 3, "stdout": "out.txt",
          "files": [{"from": "report.json", "to": "@arg:--output"}],
          "provenance": "written by hand for this test"}]
        """);
  }

  @Test
  public void answersARecordedCallAndSaysThatItIsRecorded() throws Exception {
    Call call = call("scan", "fs", "--output", "reports/it.json", ".");

    assertEquals(3, call.exitCode());
    assertEquals("scanned\n", call.out());
    assertTrue(call.err(), call.err().contains("[recorded] scan: written by hand for this test"));
    assertEquals("{}", Files.readString(workspace.resolve("reports/it.json")));
  }

  @Test
  public void refusesACallThatWasNotRecorded() throws Exception {
    Call call = call("scan", "image", "it");

    assertEquals(127, call.exitCode());
    assertTrue(call.err(), call.err().contains("there is no recording of \"scan image it\""));
  }

  @Test
  public void passesWordsOnAsTheyAre() throws Exception {
    List<String> seen = new ArrayList<>();
    Tool echo =
        new Tool() {
          @Override
          public String name() {
            return "echo-words";
          }

          @Override
          public How how() {
            return How.STAND_IN;
          }

          @Override
          public String provenance() {
            return "for a test";
          }

          @Override
          public int run(ToolCall call) {
            seen.addAll(call.arguments());
            return 0;
          }
        };

    try (Toolbox toolbox = Toolbox.open(folder.newFolder("bin").toPath(), List.of(echo))) {
      run(toolbox, "echo-words", "it's", "two words", "", "ünïcode", "$HOME");
    }

    assertEquals(List.of("it's", "two words", "", "ünïcode", "$HOME"), seen);
  }

  @Test
  public void answersNobodyWithoutTheKey() throws Exception {
    try (Toolbox toolbox = open()) {
      ProcessBuilder builder =
          new ProcessBuilder(toolbox.folder().resolve("scan").toString(), "fs");
      builder.environment().put("AUSTA_TOOLBOX_KEY", "wrong");
      Process process =
          builder
              .directory(workspace.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();

      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertTrue(process.exitValue() != 0);
      assertTrue(toolbox.used().isEmpty());
    }
  }

  private record Call(int exitCode, String out, String err) {}

  private Toolbox open() throws IOException {
    return Toolbox.open(
        folder.newFolder().toPath(),
        List.of(Recordings.read(List.of(recordings)).tool("scan", "not on this machine")));
  }

  private Call call(String... words) throws IOException, InterruptedException {
    try (Toolbox toolbox = open()) {
      return run(toolbox, words);
    }
  }

  private Call run(Toolbox toolbox, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(words));
    command.set(0, toolbox.folder().resolve(words[0]).toString());
    Path out = folder.newFile().toPath();
    Path err = folder.newFile().toPath();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workspace.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(toolbox.environment());
    builder.environment().put("WORKSPACE", workspace.toString());
    Process process = builder.start();
    assertTrue("the tool did not answer", process.waitFor(30, TimeUnit.SECONDS));
    return new Call(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
