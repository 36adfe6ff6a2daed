package io.jenkins.plugins.austa.cli.byhand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kubeconfig as kubectl finds it: the file that is named, else those in {@code $KUBECONFIG},
 * else {@code ~/.kube/config}. Of what several files say, the first counts.
 *
 * <p>Unlike on a controller, programs and files that it names are used: it is its owner's own.
 */
public final class KubeconfigFiles {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final List<String> LISTS = List.of("clusters", "users", "contexts");
  private static final List<String> PATHS =
      List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

  private final List<Path> files;
  private final String context;
  private final ObjectNode merged;

  private KubeconfigFiles(List<Path> files, String context, ObjectNode merged) {
    this.files = List.copyOf(files);
    this.context = context;
    this.merged = merged;
  }

  /**
   * Finds and reads it.
   *
   * @param named the file that was named; null when none was
   * @param context the context that was named; null for the current one
   * @param environment environment variables
   * @param home the user's home folder
   * @throws UnfitInputException when there is none, or it cannot be used
   */
  public static KubeconfigFiles find(
      Path named, String context, Map<String, String> environment, Path home)
      throws UnfitInputException {
    List<Path> files = files(named, environment, home);
    ObjectNode merged = YAML.createObjectNode();
    for (Path file : files) {
      merge(merged, read(file), file);
    }
    String wanted = context == null ? merged.path("current-context").asText("") : context;
    requireContext(merged, wanted, files);
    merged.put("current-context", wanted);
    return new KubeconfigFiles(files, wanted, merged);
  }

  /** The context that is used. */
  public String context() {
    return context;
  }

  /** All of it as one file; holds secrets. */
  String text() {
    return merged.toString();
  }

  /**
   * What makes Helm use the same context of the same files.
   *
   * @param folder for a small file that names the context and holds no secret
   */
  public Map<String, String> environment(Path folder) throws IOException {
    Path chosen = folder.resolve("context.yaml");
    ObjectNode choice = YAML.createObjectNode();
    choice.put("apiVersion", "v1").put("kind", "Config").put("current-context", context);
    Files.writeString(chosen, choice.toString());
    List<String> all =
        Stream.concat(Stream.of(chosen), files.stream())
            .map(path -> path.toAbsolutePath().toString())
            .toList();
    return Map.of("KUBECONFIG", String.join(File.pathSeparator, all));
  }

  private static List<Path> files(Path named, Map<String, String> environment, Path home)
      throws UnfitInputException {
    if (named != null) {
      if (!Files.isRegularFile(named)) {
        throw new UnfitInputException("there is no kubeconfig " + named + "; see --kubeconfig");
      }
      return List.of(named);
    }
    String listed = environment.getOrDefault("KUBECONFIG", "");
    List<Path> candidates =
        listed.isBlank()
            ? List.of(home.resolve(".kube/config"))
            : Stream.of(listed.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    List<Path> there = candidates.stream().filter(Files::isRegularFile).toList();
    if (there.isEmpty()) {
      throw new UnfitInputException(
          "there is no kubeconfig: looked for "
              + String.join(", ", candidates.stream().map(Path::toString).toList())
              + (listed.isBlank() ? "" : " (from KUBECONFIG)")
              + ". Name one with --kubeconfig");
    }
    return there;
  }

  private static ObjectNode read(Path file) throws UnfitInputException {
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // Only the line: the parser's own message quotes the file.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UnfitInputException(
          "the kubeconfig " + file + " is not YAML that can be read (line " + line + ")");
    } catch (IOException e) {
      throw new UnfitInputException(
          "the kubeconfig " + file + " cannot be read: " + e.getMessage());
    }
    throw new UnfitInputException(
        file + " is no kubeconfig: it holds nothing. Name another one with --kubeconfig");
  }

  private static void merge(ObjectNode merged, ObjectNode file, Path path) {
    for (String list : LISTS) {
      ArrayNode all = merged.withArray(list);
      for (JsonNode each : file.path(list)) {
        if (named(all, each.path("name").asText()) == null) {
          all.add(absolute(each.deepCopy(), path));
        }
      }
    }
    String current = file.path("current-context").asText("");
    if (!merged.has("current-context") && !current.isEmpty()) {
      merged.put("current-context", current);
    }
  }

  /** Paths in a kubeconfig are relative to the file. */
  private static JsonNode absolute(JsonNode entry, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    for (String part : List.of("cluster", "user")) {
      if (entry.path(part) instanceof ObjectNode fields) {
        for (String key : PATHS) {
          String value = fields.path(key).asText("");
          if (!value.isEmpty()) {
            fields.put(key, folder.resolve(value).normalize().toString());
          }
        }
        String command = fields.path("exec").path("command").asText("");
        if (command.contains("/") && fields.path("exec") instanceof ObjectNode exec) {
          exec.put("command", folder.resolve(command).normalize().toString());
        }
      }
    }
    return entry;
  }

  private static void requireContext(ObjectNode merged, String wanted, List<Path> files)
      throws UnfitInputException {
    String where = String.join(", ", files.stream().map(Path::toString).toList());
    List<String> known = new ArrayList<>();
    merged.path("contexts").forEach(each -> known.add(each.path("name").asText()));
    if (wanted.isEmpty()) {
      throw new UnfitInputException(
          "the kubeconfig "
              + where
              + " has no current context; name one of "
              + known
              + " with --context");
    }
    JsonNode context = named(merged.path("contexts"), wanted);
    if (context == null) {
      throw new UnfitInputException(
          "the kubeconfig " + where + " has no context \"" + wanted + "\"; it has " + known);
    }
    String cluster = context.path("context").path("cluster").asText("");
    JsonNode found = named(merged.path("clusters"), cluster);
    if (found == null || found.path("cluster").path("server").asText("").isEmpty()) {
      throw new UnfitInputException(
          "the context \""
              + wanted
              + "\" of "
              + where
              + " names the cluster \""
              + cluster
              + "\", of which it does not say where it is");
    }
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode each : list) {
      if (each.path("name").asText("").equals(name)) {
        return each;
      }
    }
    return null;
  }
}
