package io.jenkins.plugins.austa.engine.migrations;

/** What a rule says: {@link Compatibility} and the reason, before it is tied to a place. */
record Ruling(Compatibility compatibility, String reason) {
  static Ruling expand() {
    return new Ruling(Compatibility.EXPAND, "");
  }

  static Ruling careful(String caution) {
    return new Ruling(Compatibility.EXPAND, caution);
  }

  static Ruling breaking(String reason) {
    return new Ruling(Compatibility.BREAKING, reason);
  }

  static Ruling unknown(String reason) {
    return new Ruling(Compatibility.UNKNOWN, reason);
  }
}
