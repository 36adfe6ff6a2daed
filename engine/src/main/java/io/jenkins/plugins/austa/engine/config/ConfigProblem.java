package io.jenkins.plugins.austa.engine.config;

/**
 * One mistake in a configuration file.
 *
 * @param file the file as the user knows it, for example {@code austa.yaml}
 * @param line the line, from 1; 0 when the mistake has no place in the file
 * @param key the full key, for example {@code environments.production.verify.window}; may be empty
 * @param message what is wrong, what is allowed, and the nearest known key where there is one
 */
public record ConfigProblem(String file, int line, String key, String message) {

  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return key.isEmpty() ? place + ": " + message : place + ": " + key + ": " + message;
  }
}
