package io.jenkins.plugins.austa.cli.host.script;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Closures of the program. Methods that Groovy defines on every object are sent on to the script,
 * where they are steps: {@code println} writes to the log, {@code sleep} does not block.
 */
public final class HostClosure extends CpsClosure {
  private static final long serialVersionUID = 1L;

  /** Called by compiled scripts. */
  public HostClosure(
      Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
    super(owner, thisObject, parameters, body, capture);
  }

  /** Writes to the log. */
  public void println(Object value) {
    InvokerHelper.invokeMethod(getOwner(), "println", new Object[] {value});
  }

  /** Writes an empty line to the log. */
  public void println() {
    InvokerHelper.invokeMethod(getOwner(), "println", new Object[0]);
  }

  /** Writes to the log; each call is a line of its own. */
  public void print(Object value) {
    InvokerHelper.invokeMethod(getOwner(), "print", new Object[] {value});
  }

  /** Writes to the log. */
  public void printf(String format, Object value) {
    InvokerHelper.invokeMethod(getOwner(), "printf", new Object[] {format, value});
  }

  /** The step {@code sleep}. */
  public Object sleep(long seconds) {
    return InvokerHelper.invokeMethod(getOwner(), "sleep", seconds);
  }
}
