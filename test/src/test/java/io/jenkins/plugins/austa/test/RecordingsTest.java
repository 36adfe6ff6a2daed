package io.jenkins.plugins.austa.test;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * The sample platform's recordings are whole, say where they come from, and are not older than its
 * sources.
 */
public class RecordingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PLATFORM = Path.of("cockpit");
  private static final Path RECORDINGS = PLATFORM.resolve("recordings");
  private static final Path CRITICAL = RECORDINGS.resolve("faults/critical-finding");
  private static final String IMAGE = "registry.austa.example/cockpit/%s@";

  @Test
  public void everyEntryIsCompleteAndSaysWhereItComesFrom() throws IOException {
    for (Path folder :
        List.of(
            RECORDINGS,
            CRITICAL,
            RECORDINGS.resolve("faults/failing-tests"),
            RECORDINGS.resolve("faults/scanner-crash"))) {
      JsonNode entries = read(folder.resolve("index.json"));
      assertTrue(folder + " has no entries", !entries.isEmpty());
      for (JsonNode entry : entries) {
        List<Path> files = new ArrayList<>(List.of(folder.resolve(entry.get("stdout").asText())));
        entry.path("files").forEach(file -> files.add(folder.resolve(file.get("from").asText())));
        files.forEach(file -> assertTrue(file + " is missing", Files.isRegularFile(file)));
        assertTrue(
            entry.toString(),
            entry.get("provenance").asText().matches("(recorded on|written by hand after) .+"));
      }
    }
  }

  @Test
  public void everyCommandOfThePathFitsExactlyOneEntry() throws IOException {
    for (String service : List.of("frontend", "backend", "ai-service")) {
      assertFits(service, "trivy", "fs --format json --output trivy.json .");
      for (String platform : List.of("linux/amd64", "linux/arm64")) {
        String reference = IMAGE.formatted(service) + "sha256:" + "0".repeat(64);
        assertFits(
            "", "trivy", "image --platform " + platform + " --format json --output x " + reference);
      }
    }
    for (String command : List.of("test", "run lint", "run build", "audit --json")) {
      assertFits("frontend", "npm", command);
      assertFits("backend", "npm", command);
    }
    assertFits("ai-service", "python3", "-m tools.test");
    assertFits("ai-service", "python3", "-m tools.lint");
    assertFits("ai-service", "bandit", "-r . -f json -o reports/bandit.json");
    assertFits("", "trivy", "fs --format json --output trivy.json .");
    assertFits("", "docker", "buildx bake -f bake.json --metadata-file metadata.json --push");
  }

  @Test
  public void theRecordedBuildIsThatOfTheSourcesAsTheyAre() throws Exception {
    JsonNode manifest =
        read(RECORDINGS.resolve("recorded/npm-build-backend/dist/manifest.json")).get("files");
    try (Stream<Path> sources = Files.walk(PLATFORM.resolve("backend/src"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        String name = PLATFORM.resolve("backend").relativize(source).toString();
        assertEquals(
            name + " changed since it was recorded: run test/cockpit/recordings/record.sh",
            sha256(source),
            manifest.path(name).asText());
      }
    }
  }

  @Test
  public void everyReportIsAboutTheImageThatWasBuiltAndItsPlatform() throws IOException {
    JsonNode built = read(RECORDINGS.resolve("by-hand/docker-bake/metadata.json"));
    for (String service : List.of("frontend", "backend", "ai-service")) {
      String digest = built.path(service).path("containerimage.digest").asText();
      for (String architecture : List.of("amd64", "arm64")) {
        JsonNode report =
            read(
                RECORDINGS.resolve(
                    "by-hand/trivy-image/%s-linux-%s.json".formatted(service, architecture)));
        assertEquals(IMAGE.formatted(service) + digest, report.get("ArtifactName").asText());
        assertEquals(
            architecture,
            report.path("Metadata").path("ImageConfig").path("architecture").asText());
        assertEquals(List.of(), criticals(report));
      }
    }
  }

  @Test
  public void theCriticalFindingIsInOnePlatformOfOneImageAndInTheBackendsPackages()
      throws IOException {
    Path byHand = CRITICAL.resolve("by-hand");

    assertEquals(
        List.of("CVE-2024-37371"),
        criticals(read(byHand.resolve("trivy-image/ai-service-linux-arm64.json"))));
    assertEquals(
        List.of("CVE-2021-44906"), criticals(read(byHand.resolve("trivy-fs/backend.json"))));
    assertEquals(
        1,
        read(CRITICAL.resolve("recorded/npm-audit-backend/stdout.txt"))
            .at("/metadata/vulnerabilities/critical")
            .asInt());
  }

  @Test
  public void anOverlayDiffersFromTheSourcesByItsFaultAlone() throws IOException {
    Path source = PLATFORM.resolve("backend/src/overlap.mjs");
    Path faulty = RECORDINGS.resolve("faults/failing-tests/overlay/backend/src/overlap.mjs");
    assertNotEquals(Files.readString(source), Files.readString(faulty));
    assertEquals(Files.readString(source), Files.readString(faulty).replace("<=", "<"));

    List<String> configuration = Files.readAllLines(PLATFORM.resolve("austa.yaml"));
    for (String fault : List.of("slow", "failed-check")) {
      List<String> changed =
          Files.readAllLines(RECORDINGS.resolve("faults/" + fault + "/overlay/austa.yaml"));
      List<String> left = new ArrayList<>(configuration);
      left.removeAll(changed);
      assertEquals(fault + " leaves out " + left, 1, left.size());
    }

    ObjectNode lock =
        (ObjectNode) read(CRITICAL.resolve("overlay/backend/package-lock.json")).get("packages");
    lock.remove("node_modules/minimist");
    ((ObjectNode) lock.get("").get("dependencies")).remove("minimist");
    assertEquals(read(PLATFORM.resolve("backend/package-lock.json")).get("packages"), lock);
  }

  private static void assertFits(String directory, String tool, String arguments)
      throws IOException {
    int fitting = 0;
    for (JsonNode entry : read(RECORDINGS.resolve("index.json"))) {
      boolean here = directory.matches(entry.path("directory").asText(".*"));
      boolean same = entry.get("tool").asText().equals(tool);
      if (here && same && arguments.matches(entry.get("args").asText())) {
        fitting++;
      }
    }
    assertEquals(tool + " " + arguments + " in '" + directory + "'", 1, fitting);
  }

  private static List<String> criticals(JsonNode report) {
    List<String> ids = new ArrayList<>();
    for (JsonNode finding : report.findValues("Vulnerabilities")) {
      finding.forEach(
          vulnerability -> {
            if (vulnerability.get("Severity").asText().equals("CRITICAL")) {
              ids.add(vulnerability.get("VulnerabilityID").asText());
            }
          });
    }
    return ids;
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
