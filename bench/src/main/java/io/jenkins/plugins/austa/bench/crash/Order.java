package io.jenkins.plugins.austa.bench.crash;

/**
 * What a process is told to do.
 *
 * @param holder the build it is
 * @param version what to roll out
 * @param from the step to begin with
 * @param bad whether the version answers badly once it has users
 */
record Order(String holder, String version, Step from, boolean bad) {

  String line() {
    return String.join(" ", holder, version, from.name(), String.valueOf(bad));
  }

  static Order of(String line) {
    String[] words = line.split(" ");
    return new Order(words[0], words[1], Step.valueOf(words[2]), Boolean.parseBoolean(words[3]));
  }
}
