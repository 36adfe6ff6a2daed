package io.jenkins.plugins.austa.engine.images;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the file that {@code docker buildx bake --metadata-file} writes. Streams: full provenance
 * can make it large, and only digests and names matter here.
 */
public final class BakeMetadata {
  private static final JsonFactory JSON = new JsonFactory();

  private BakeMetadata() {}

  private record Built(String digest, String names) {}

  /**
   * The images of all targets, in the targets' order. Of an image for several platforms the digest
   * is that of the index over them.
   *
   * @throws BakeMetadataException when the file cannot be read, a target is missing from it, has no
   *     digest, or was built under another name than planned
   */
  public static List<ImageReference> read(Path file, List<BakeTarget> targets)
      throws BakeMetadataException {
    Map<String, Built> built = parse(file);
    List<ImageReference> images = new ArrayList<>();
    for (BakeTarget target : targets) {
      images.add(reference(target, built.get(target.service()), file));
    }
    return List.copyOf(images);
  }

  private static ImageReference reference(BakeTarget target, Built built, Path file)
      throws BakeMetadataException {
    String service = target.service();
    if (built == null) {
      throw new BakeMetadataException(
          file + " has no target " + service + ": it was not built. Look at the build's log",
          service);
    }
    if (!ImageReference.isDigest(built.digest())) {
      throw new BakeMetadataException(
          file
              + " has no digest of the form sha256:<64 hex digits> for "
              + service
              + ". Build with --push or another output that has one",
          service);
    }
    String planned = target.repository() + ":" + target.tag();
    if (built.names() != null
        && Arrays.stream(built.names().split(","))
            .map(String::strip)
            .noneMatch(
                name ->
                    name.equals(planned)
                        || name.equals("docker.io/" + planned)
                        || name.equals("docker.io/library/" + planned))) {
      throw new BakeMetadataException(
          file + " says " + service + " was not built as " + planned + ". Do not override tags",
          service);
    }
    return new ImageReference(service, target.repository(), target.tag(), built.digest());
  }

  private static Map<String, Built> parse(Path file) throws BakeMetadataException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(in)) {
      Map<String, Built> built = new HashMap<>();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable(file, null);
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken() == JsonToken.START_OBJECT) {
          built.put(name, target(json));
        } else {
          json.skipChildren();
        }
      }
      return built;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Built target(JsonParser json) throws IOException {
    String digest = null;
    String names = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "containerimage.digest" -> digest = json.getValueAsString();
        case "image.name" -> names = json.getValueAsString();
        default -> {}
      }
      json.skipChildren();
    }
    return new Built(digest, names);
  }

  private static BakeMetadataException unreadable(Path file, IOException cause) {
    return new BakeMetadataException(
        "Reading what was built from "
            + file
            + " failed: it is missing, truncated or no metadata of BuildKit. Run docker buildx bake"
            + " with --metadata-file and look at its log",
        cause);
  }
}
