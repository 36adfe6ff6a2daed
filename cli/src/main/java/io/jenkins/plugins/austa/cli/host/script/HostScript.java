package io.jenkins.plugins.austa.cli.host.script;

import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import io.jenkins.plugins.austa.cli.host.cps.Program;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Base of the compiled Jenkinsfile and of the library's variables: what is not defined by the
 * script itself is a library variable, a global variable, an environment variable or a step.
 */
public abstract class HostScript extends SerializableScript {
  private static final long serialVersionUID = 1L;

  /** Called by the compiled scripts. */
  protected HostScript() {
    getBinding().setVariable("steps", new StepsVariable());
  }

  /** Calls a library variable or a step; methods of the script itself never come here. */
  @Override
  public final Object invokeMethod(String name, Object arguments) {
    if (getBinding().hasVariable(name)) {
      return call(getBinding().getVariable(name), arguments);
    }
    Object global = global(name);
    return global instanceof Script
        ? call(global, arguments)
        : program().host().invoke(name, arguments);
  }

  private static Object call(Object callable, Object arguments) {
    return InvokerHelper.getMetaClass(callable).invokeMethod(callable, "call", arguments);
  }

  @Override
  public Object getProperty(String property) {
    try {
      return super.getProperty(property);
    } catch (MissingPropertyException missing) {
      Object global = global(property);
      if (global == null) {
        throw missing;
      }
      return global;
    }
  }

  private static Object global(String name) {
    Program program = Program.current();
    return program == null ? null : program.host().global(name);
  }

  private static Program program() {
    Program program = Program.current();
    if (program == null) {
      throw new IllegalStateException("steps can only be used while the pipeline is running");
    }
    return program;
  }

  @Override
  public void println() {
    invokeMethod("echo", "");
  }

  @Override
  public void print(Object value) {
    println(value);
  }

  @Override
  public void println(Object value) {
    invokeMethod("echo", String.valueOf(value));
  }

  @Override
  public void printf(String format, Object value) {
    println(DefaultGroovyMethods.sprintf(this, format, value));
  }

  @Override
  public void printf(String format, Object[] values) {
    println(DefaultGroovyMethods.sprintf(this, format, values));
  }

  /** Makes {@code sleep 5} the step, not Groovy's method of the same name. */
  public Object sleep(long seconds) {
    return invokeMethod("sleep", seconds);
  }
}
