package io.jenkins.plugins.austa.engine.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class RunReportJsonTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void readsBackWhatItWrote() throws IOException {
    for (RunReport run :
        List.of(SampleRuns.success(), SampleRuns.reverted(), SampleRuns.failedEarly())) {
      assertEquals(run, RunReportJson.fromJson(RunReportJson.toJson(run)));
    }
  }

  @Test
  public void hasTheShapeThatScriptsRelyOn() throws IOException {
    JsonNode json = tree(SampleRuns.reverted());
    assertEquals("FAILURE", json.path("result").asText());
    assertEquals(118, json.path("cpsSteps").intValue());
    assertEquals("Plan", json.path("stages").path(0).path("name").asText());
    assertEquals("SUCCESS", json.path("stages").path(0).path("result").asText());
    assertEquals(300, json.path("stages").path(0).path("durationMillis").longValue());
    assertEquals("blue", json.path("rollout").path("active").asText());
    assertEquals("reverted", json.path("rollout").path("phase").asText());
    assertEquals(6, json.path("rollout").path("revision").intValue());
    assertTrue(json.path("rollout").path("revertedBecause").asText().startsWith("10.2 %"));
    assertEquals(4_242, json.path("traffic").path("sent").intValue());
    assertEquals(32, json.path("traffic").path("failed").intValue());
    assertEquals("trivy", json.path("recordedTools").path(0).asText());
    assertEquals("docker", json.path("recordedTools").path(1).asText());
  }

  @Test
  public void keepsNullsSoThatEveryRunHasTheSameFields() throws IOException {
    JsonNode json = tree(SampleRuns.failedEarly());
    for (String field : List.of("gate", "rollout", "traffic")) {
      assertTrue(field, json.has(field) && json.get(field).isNull());
    }
    assertTrue(tree(SampleRuns.success()).path("rollout").path("revertedBecause").isNull());
    assertEquals(fields(tree(SampleRuns.success())), fields(json));
  }

  @Test
  public void writesInstantsAsTextInUtc() throws IOException {
    JsonNode json = tree(SampleRuns.reverted());
    assertEquals("2026-11-23T10:00:00Z", json.path("startedAt").asText());
    assertEquals("2026-11-23T10:00:39.650Z", json.path("rollout").path("revertedAt").asText());
  }

  @Test
  public void ignoresWhatOnlyNewerVersionsKnow() throws IOException {
    ObjectNode json = (ObjectNode) tree(SampleRuns.success());
    json.put("costInEuro", 12);
    ((ObjectNode) json.path("rollout")).putObject("weights").put("green", 100);
    assertEquals(SampleRuns.success(), RunReportJson.fromJson(json.toString()));
  }

  @Test
  public void takesListsThatOlderVersionsDidNotWriteAsEmpty() throws IOException {
    RunReport run =
        RunReportJson.fromJson("{\"platform\":\"x\",\"rollout\":{\"active\":\"blue\"}}");
    assertEquals(List.of(), run.stages());
    assertEquals(List.of(), run.recordedTools());
    assertEquals(List.of(), run.rollout().events());
  }

  @Test
  public void saysWhereItStoppedUnderstanding() throws IOException {
    Path file = folder.newFile("run.json").toPath();
    Files.writeString(file, "{\n \"stages\": 7 }");
    RunReportException refused =
        assertThrows(RunReportException.class, () -> RunReportJson.read(file));
    assertTrue(refused.getMessage(), refused.getMessage().startsWith(file.toString()));
    assertTrue(refused.getMessage(), refused.getMessage().contains("line: 2"));
    assertThrows(RunReportException.class, () -> RunReportJson.fromJson("null"));
    assertThrows(RunReportException.class, () -> RunReportJson.fromJson(""));
  }

  @Test
  public void replacesTheFileAsOneStepAndLeavesNothingElse() throws IOException {
    Path file = folder.getRoot().toPath().resolve("target/austa/run.json");
    RunReportJson.write(SampleRuns.failedEarly(), file);
    RunReportJson.write(SampleRuns.success(), file);
    assertEquals(SampleRuns.success(), RunReportJson.read(file));
    assertEquals(List.of("run.json"), names(file.getParent()));
  }

  @Test
  public void leavesNothingBehindWhenItCannotWrite() throws IOException {
    Path occupied = folder.newFolder("run.json").toPath();
    Files.writeString(occupied.resolve("keep"), "me");
    RunReportException refused =
        assertThrows(
            RunReportException.class, () -> RunReportJson.write(SampleRuns.success(), occupied));
    assertTrue(refused.getMessage(), refused.getMessage().contains(occupied.toString()));
    assertEquals(List.of("run.json"), names(folder.getRoot().toPath()));
  }

  @Test
  public void survivesHalfCharactersInLogLines() throws IOException {
    RunReport run =
        new RunReportCollector()
            .report(SampleRuns.head("FAILURE", 1, "cut \uD83D"), List.of(), null);
    Path file = folder.getRoot().toPath().resolve("run.json");
    RunReportJson.write(run, file);
    assertEquals("cut ?", RunReportJson.read(file).failure());
  }

  private static JsonNode tree(RunReport run) throws IOException {
    return new ObjectMapper().readTree(RunReportJson.toJson(run));
  }

  private static List<String> fields(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
