/**
 * The security gate: reads what scanners wrote, judges it against one policy, and fails closed.
 *
 * <p>Readers stream: a report is never held as a whole, whatever its size. What cannot be read,
 * trusted or understood is a {@link io.jenkins.plugins.austa.engine.gate.BrokenReportException} and
 * makes the verdict {@link io.jenkins.plugins.austa.engine.gate.GateOutcome#BROKEN}; nothing is
 * ever passed because it could not be read.
 */
package io.jenkins.plugins.austa.engine.gate;
