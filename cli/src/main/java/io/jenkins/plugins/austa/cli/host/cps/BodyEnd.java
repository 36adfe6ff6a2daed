package io.jenkins.plugins.austa.cli.host.cps;

import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;

/**
 * Where the code of a body leads to when it ends: its outcome is reported, and its strand is over.
 *
 * @param good whether what is received is a value, or a throwable
 */
record BodyEnd(HostBodyExecution body, boolean good) implements Continuation {
  @Override
  public Next receive(Object value) {
    body.ended(good ? new Outcome(value, null) : new Outcome(null, (Throwable) value));
    return Next.terminate(null);
  }
}
