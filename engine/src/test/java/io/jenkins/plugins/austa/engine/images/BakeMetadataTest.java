package io.jenkins.plugins.austa.engine.images;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The metadata here is hand-written in the shape that BuildKit writes. */
public class BakeMetadataTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String WHOLE =
      """
      {"backend":{"buildx.build.provenance":{"materials":[{"uri":"x"}],"containerimage.digest":"no"},
      "buildx.build.ref":"b/b0/x","containerimage.descriptor":{"digest":"sha256:other"},
      "containerimage.digest":"DIGEST","image.name":"ghcr.io/austa/backend:1.2,ghcr.io/austa/backend:x"},
      "buildx.build.warnings":[]}"""
          .replace("DIGEST", DIGEST);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void imageIsKnownByItsDigest() throws Exception {
    ImageReference image = read(WHOLE, "backend").get(0);

    assertEquals(new ImageReference("backend", "ghcr.io/austa/backend", "1.2", DIGEST), image);
    assertEquals("ghcr.io/austa/backend@" + DIGEST, image.pinned());
    assertEquals("ghcr.io/austa/backend:1.2@sha256:0123456789ab", image.toString());
  }

  @Test
  public void missingTargetIsNamed() {
    BakeMetadataException e = refuses(WHOLE, "has no target frontend", "backend", "frontend");

    assertEquals(Optional.of("frontend"), e.target());
  }

  @Test
  public void whatIsNoDigestIsRefused() {
    refuses(WHOLE.replace(DIGEST, DIGEST.substring(1)), "no digest", "backend");
    refuses(
        WHOLE.replace(DIGEST, DIGEST.toUpperCase(java.util.Locale.ROOT)), "no digest", "backend");
    refuses(WHOLE.replace("\"" + DIGEST + "\"", "{}"), "no digest", "backend");
    assertThrows(IllegalArgumentException.class, () -> new ImageReference("s", "r", "t", "latest"));
  }

  @Test
  public void imageUnderAnotherNameIsRefused() {
    refuses(WHOLE.replace("backend:1.2,", "backend:1.3,"), "was not built as", "backend");
  }

  @Test
  public void everyTruncationIsRefused() {
    for (int length = 0; length < WHOLE.length(); length++) {
      refuses(WHOLE.substring(0, length), "", "backend");
    }
  }

  @Test
  public void missingFileIsRefused() {
    BakeMetadataException e =
        assertThrows(
            BakeMetadataException.class,
            () -> BakeMetadata.read(Path.of("gone.json"), List.of(BakeFileTest.target("x"))));
    assertTrue(e.getMessage(), e.getMessage().contains("--metadata-file"));
  }

  private BakeMetadataException refuses(String text, String why, String... services) {
    BakeMetadataException e =
        assertThrows(text, BakeMetadataException.class, () -> read(text, services));
    assertTrue(e.getMessage(), e.getMessage().contains(why));
    return e;
  }

  private List<ImageReference> read(String text, String... services)
      throws BakeMetadataException, IOException {
    Path file = folder.getRoot().toPath().resolve("metadata.json");
    Files.writeString(file, text);
    return BakeMetadata.read(file, List.of(services).stream().map(BakeFileTest::target).toList());
  }
}
