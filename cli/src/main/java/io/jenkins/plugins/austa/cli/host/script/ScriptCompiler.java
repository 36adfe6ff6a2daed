package io.jenkins.plugins.austa.cli.host.script;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import io.jenkins.plugins.austa.cli.host.LibrarySource;
import io.jenkins.plugins.austa.cli.host.cps.Yield;
import java.io.IOException;
import java.net.URL;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/**
 * Compiles the Jenkinsfile and, when they are first used, the library's scripts and classes, so
 * that they can be suspended at every step. One per run.
 */
public final class ScriptCompiler implements AutoCloseable {
  private static final String CODE_BASE = "/groovy/shell";
  private final GroovyClassLoader loader;

  /** Uses {@code parent} for all classes that are neither in the Jenkinsfile nor in the library. */
  public ScriptCompiler(ClassLoader parent, LibrarySource library) {
    loader = new GroovyClassLoader(parent, configuration());
    loader.setResourceLoader(className -> find(library, className));
  }

  private static URL find(LibrarySource library, String className) {
    return library.variable(className).or(() -> library.source(className)).orElse(null);
  }

  private static CompilerConfiguration configuration() {
    CpsTransformer transformer = new CpsTransformer();
    transformer.setConfiguration(
        new TransformerConfiguration()
            .withClosureType(HostClosure.class)
            .withSafepoint(Yield.class, "safepoint"));
    ImportCustomizer imports = new ImportCustomizer();
    imports.addStarImports(NonCPS.class.getPackageName(), "hudson.model", "jenkins.model");
    imports.addImports(Library.class.getName());
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(HostScript.class.getName());
    configuration.setSourceEncoding("UTF-8");
    configuration.addCompilationCustomizers(new DeclarativeRefusal(), imports, transformer);
    return configuration;
  }

  /** Returns the loader of all compiled classes. */
  public GroovyClassLoader classLoader() {
    return loader;
  }

  /**
   * Compiles the Jenkinsfile.
   *
   * @throws ScriptCompilationException when it has errors
   */
  public Script jenkinsfile(String text) {
    try {
      GroovyCodeSource source = new GroovyCodeSource(text, ScriptLocation.MAIN_SCRIPT, CODE_BASE);
      return create(loader.parseClass(source, false));
    } catch (MultipleCompilationErrorsException e) {
      throw ScriptCompilationException.of(e);
    }
  }

  /**
   * Creates the script of a library variable.
   *
   * @throws ScriptCompilationException when it, or a class it uses, has errors
   */
  public Script variable(String name) {
    try {
      return create(loader.loadClass(name));
    } catch (MultipleCompilationErrorsException e) {
      throw ScriptCompilationException.of(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("the library has no variable '" + name + "'", e);
    }
  }

  private static Script create(Class<?> type) {
    try {
      return (Script) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the script " + type.getName() + " cannot be created", e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
