package io.jenkins.plugins.austa.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What clients ask before they trust a server: version, groups and resource types. */
final class Discovery {
  private static final Set<String> SCALABLE = Set.of("Deployment", "ReplicaSet", "StatefulSet");

  private Discovery() {}

  /** The document at a path; empty when the path is none of discovery's. */
  static Optional<ObjectNode> answer(String path) {
    String[] parts = path.replaceFirst("^/+", "").replaceFirst("/+$", "").split("/");
    return switch (parts[0]) {
      case "version" -> Optional.of(version());
      case "api" -> parts.length == 1 ? Optional.of(coreVersions()) : resources("", parts, 1);
      case "apis" ->
          switch (parts.length) {
            case 1 -> Optional.of(groups());
            case 2 -> group(parts[1]);
            default -> resources(parts[1], parts, 2);
          };
      default -> Optional.empty();
    };
  }

  private static ObjectNode version() {
    return document("", "")
        .put("major", "1")
        .put("minor", "33")
        .put("gitVersion", "v1.33.0-austa-sandbox")
        .put("platform", "linux/amd64");
  }

  private static ObjectNode coreVersions() {
    ObjectNode versions = document("APIVersions", "v1");
    versions.putArray("versions").add("v1");
    return versions;
  }

  private static ObjectNode groups() {
    ObjectNode list = document("APIGroupList", "v1");
    ArrayNode groups = list.putArray("groups");
    groupNames().forEach(name -> group(name).ifPresent(groups::add));
    return list;
  }

  private static Optional<ObjectNode> group(String name) {
    if (!groupNames().contains(name)) {
      return Optional.empty();
    }
    ObjectNode group = document("APIGroup", "v1").put("name", name);
    ArrayNode versions = group.putArray("versions");
    versionsOf(name)
        .forEach(v -> versions.addObject().put("groupVersion", name + "/" + v).put("version", v));
    group.set("preferredVersion", versions.get(0));
    return Optional.of(group);
  }

  private static Optional<ObjectNode> resources(String group, String[] parts, int version) {
    boolean known = versionsOf(group).contains(parts[version]);
    if (!known || parts.length != version + 1) {
      return Optional.empty();
    }
    ObjectNode list = document("APIResourceList", "v1");
    list.put("groupVersion", group.isEmpty() ? parts[version] : group + "/" + parts[version]);
    ArrayNode resources = list.putArray("resources");
    Kinds.all().stream()
        .filter(kind -> kind.group().equals(group) && kind.version().equals(parts[version]))
        .forEach(kind -> add(resources, kind));
    return Optional.of(list);
  }

  private static void add(ArrayNode resources, Kind kind) {
    resource(resources, kind, kind.plural(), kind.kind())
        .putArray("verbs")
        .add("create")
        .add("delete")
        .add("deletecollection")
        .add("get")
        .add("list")
        .add("patch")
        .add("update")
        .add("watch");
    if (kind.status()) {
      subresource(resources, kind, "status", kind.kind());
    }
    if (SCALABLE.contains(kind.kind())) {
      subresource(resources, kind, "scale", "Scale");
    }
    if (kind.equals(Kinds.PODS)) {
      // kubectl drain deletes instead of evicting when it does not find this.
      resource(resources, kind, "pods/eviction", "Eviction")
          .put("group", "policy")
          .put("version", "v1")
          .putArray("verbs")
          .add("create");
    }
  }

  private static void subresource(ArrayNode resources, Kind kind, String name, String document) {
    resource(resources, kind, kind.plural() + "/" + name, document)
        .putArray("verbs")
        .add("get")
        .add("patch")
        .add("update");
  }

  private static ObjectNode resource(ArrayNode resources, Kind kind, String name, String document) {
    return resources
        .addObject()
        .put("name", name)
        .put("singularName", kind.kind().toLowerCase(java.util.Locale.ROOT))
        .put("namespaced", kind.namespaced())
        .put("kind", document);
  }

  private static Set<String> groupNames() {
    Set<String> names = new LinkedHashSet<>();
    Kinds.all().stream().map(Kind::group).filter(name -> !name.isEmpty()).forEach(names::add);
    names.add(AccessReviews.GROUP);
    return names;
  }

  private static Set<String> versionsOf(String group) {
    Set<String> versions = new LinkedHashSet<>();
    Kinds.all().stream()
        .filter(kind -> kind.group().equals(group))
        .forEach(kind -> versions.add(kind.version()));
    if (group.equals(AccessReviews.GROUP)) {
      versions.add("v1");
    }
    return versions;
  }

  private static ObjectNode document(String kind, String apiVersion) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    return kind.isEmpty() ? document : document.put("kind", kind).put("apiVersion", apiVersion);
  }
}
