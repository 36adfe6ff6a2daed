package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Outcome;
import hudson.model.Result;
import java.io.IOException;

/** What the program needs from the host that runs it. One per run. */
public interface ProgramHost extends HostOwned {

  /**
   * Looks up an object that steps may ask their context for.
   *
   * @param context the step that asks
   * @param variables what the enclosing steps provide
   * @return null when there is none, for instance a workspace outside {@code node}
   */
  <T> T lookUp(Class<T> type, HostStepContext context, ContextVariables variables)
      throws IOException, InterruptedException;

  /** Starts a step by name with the arguments as Groovy passed them, on the program's thread. */
  Object invoke(String name, Object arguments);

  /** Returns the object that program text means by a bare name, or null when it means nothing. */
  Object global(String name);

  /** Makes the result of the run at least as bad as {@code result}. */
  void setResult(Result result);

  /** Records what happens, for the stage tree and the observer. */
  FlowRecorder flow();

  /** Returns the live object behind {@link HostOwned#hostKey()}, or null when there is none. */
  Object live(String key);

  /** Returns the key under which an object that is not {@link HostOwned} is known, or null. */
  String keyOf(Object live);

  /** Saves the program, or throws with the name of what cannot be saved. */
  void save(Program program) throws ProgramNotSerialisableException, IOException;

  /** Called once, on the program's thread, when nothing is left to run. */
  void ended(Outcome outcome);

  /** Warns of a call that Jenkins would have executed differently from what its author meant. */
  void warn(String message);
}
