package io.jenkins.plugins.austa.engine.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * The bake file for one build: every changed service is a target, and one command builds all. The
 * same input always gives the same text. Each image carries its revision and source as labels, a
 * bill of materials and full provenance.
 */
public final class BakeFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BakeFile() {}

  /**
   * @param targets services to build, in any order
   * @param revision the commit's full id
   * @param source the repository's address for people to open; must hold no credentials
   * @return JSON for {@code docker buildx bake -f}
   * @throws IllegalArgumentException when there is no target, or two of the same name
   */
  public static String of(List<BakeTarget> targets, String revision, String source) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("no service is to be built, so there is nothing to bake");
    }
    if (source.matches("\\w+://[^/]*@.*")) {
      throw new IllegalArgumentException("the source address holds credentials: leave them out");
    }
    ObjectNode root = JSON.createObjectNode();
    ArrayNode group = root.putObject("group").putObject("default").putArray("targets");
    ObjectNode all = root.putObject("target");
    targets.stream()
        .sorted(Comparator.comparing(BakeTarget::service))
        .forEach(
            target -> {
              if (all.has(target.service())) {
                throw new IllegalArgumentException("two targets are called " + target.service());
              }
              group.add(target.service());
              fill(all.putObject(target.service()), target, revision, source);
            });
    return text(root);
  }

  private static void fill(ObjectNode node, BakeTarget target, String revision, String source) {
    node.put("context", target.context());
    node.put("dockerfile", target.dockerfile());
    node.putArray("tags").add(target.repository() + ":" + target.tag());
    ArrayNode platforms = node.putArray("platforms");
    target.platforms().stream().distinct().sorted().forEach(platforms::add);
    node.putArray("attest").add("type=sbom").add("type=provenance,mode=max");
    ObjectNode labels = node.putObject("labels");
    labels.put("org.opencontainers.image.revision", revision);
    labels.put("org.opencontainers.image.source", source);
    labels.put("org.opencontainers.image.title", target.service());
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
