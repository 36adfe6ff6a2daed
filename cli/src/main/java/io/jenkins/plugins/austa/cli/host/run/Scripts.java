package io.jenkins.plugins.austa.cli.host.run;

import groovy.lang.Script;
import io.jenkins.plugins.austa.cli.host.RunSettings;
import io.jenkins.plugins.austa.cli.host.script.ScriptCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Supplier;

/**
 * The scripts of a run.
 *
 * @param compiler compiles them all
 * @param settings says which file is the Jenkinsfile
 */
record Scripts(ScriptCompiler compiler, RunSettings settings) implements Supplier<Script> {

  /** Compiles the Jenkinsfile. */
  @Override
  public Script get() {
    try {
      return compiler.jenkinsfile(Files.readString(settings.jenkinsfile()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + settings.jenkinsfile(), e);
    }
  }
}
