package io.jenkins.plugins.austa.engine.rollout.history;

/**
 * Address of a namespaced object or of all of a kind.
 *
 * @param collection path of the kind in its namespace
 * @param plural name of the kind, for example {@code deployments}
 * @param name of the object; empty for all of the kind
 */
record ApiPath(String collection, String plural, String name) {

  static ApiPath of(String path) {
    String[] parts = path.split("/");
    for (int i = 0; i + 2 < parts.length; i++) {
      if (parts[i].equals("namespaces")) {
        String name = i + 3 < parts.length ? parts[i + 3] : "";
        String collection = name.isEmpty() ? path : path.substring(0, path.indexOf("/" + name));
        return new ApiPath(collection, parts[i + 2], name);
      }
    }
    // A kind that lies in no namespace; nobody asks for one of those by name.
    return new ApiPath(path, parts[parts.length - 1], "");
  }

  ApiPath named(String one) {
    return new ApiPath(collection, plural, one);
  }
}
