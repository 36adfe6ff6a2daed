package io.jenkins.plugins.austa.plugin.run;

import static org.junit.Assert.assertEquals;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.austa.engine.report.FailureKind;
import io.jenkins.plugins.austa.engine.report.RunFailure;
import java.io.IOException;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.TimeoutStepExecution.ExceededTimeout;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;
import org.junit.Test;

public class FailuresTest {
  private static final CauseOfInterruption TIMEOUT = new ExceededTimeout("7");

  @Test
  public void aStepThatKnowsItsKindIsBelieved() {
    RunFailure failure =
        of(new DeliveryFailedException(FailureKind.SCANNER, "trivy crashed\nmore"));

    assertEquals(FailureKind.SCANNER, failure.kind());
    assertEquals("failed: broken scan: trivy crashed", failure.line());
    assertEquals("trivy crashed\nmore", failure.message());
  }

  @Test
  public void aBranchThatWasKilledBesideAStoppedOneIsAStop() {
    Throwable inner = new DeliveryFailedException(FailureKind.TESTS, "unit failed: exit code 143");
    inner.addSuppressed(stop(new Asked()));
    Throwable outer = new DeliveryFailedException(FailureKind.TESTS, "lint failed: exit code 143");
    outer.addSuppressed(inner);

    RunFailure failure = of(outer);

    assertEquals(FailureKind.ABORTED, failure.kind());
    assertEquals("ABORTED", failure.result());
    assertEquals("aborted: somebody asked", failure.line());
  }

  @Test
  public void twoBranchesThatFailByThemselvesAreNoStop() {
    Throwable first = new DeliveryFailedException(FailureKind.TESTS, "unit failed");
    first.addSuppressed(new DeliveryFailedException(FailureKind.TESTS, "lint failed"));

    assertEquals(FailureKind.TESTS, of(first).kind());
  }

  @Test
  public void aBranchThatTookTooLongBesideAFailedOneIsNoStop() {
    Throwable failed = new DeliveryFailedException(FailureKind.TESTS, "unit failed");
    failed.addSuppressed(stop(TIMEOUT));

    assertEquals(FailureKind.TESTS, of(failed).kind());
  }

  @Test
  public void aTimeLimitWithoutAQuestionIsAStop() {
    assertEquals(FailureKind.ABORTED, of(stop(TIMEOUT)).kind());
  }

  @Test
  public void aNoIsANo() {
    assertEquals(FailureKind.APPROVAL_REJECTED, of(stop(new Rejection(null))).kind());
  }

  @Test
  public void anAgentThatHasGoneIsTheEnvironment() {
    RunFailure failure = of(new FlowInterruptedException(Result.ABORTED, false, new Asked()));

    assertEquals(FailureKind.ENVIRONMENT, failure.kind());
    assertEquals("ABORTED", failure.result());
  }

  @Test
  public void whatIsMissingInJenkinsIsTheEnvironment() {
    assertEquals(
        "failed: environment: no such id. Add it under Credentials, or name another one under"
            + " Manage Jenkins › AUSTA Pipeline.",
        of(new CredentialNotFoundException("no such id")).line());
    assertEquals(FailureKind.ENVIRONMENT, of(new NoSuchMethodError("No such DSL method")).kind());
    assertEquals(FailureKind.ENVIRONMENT, of(new IOException("channel closed")).kind());
    assertEquals(FailureKind.ENVIRONMENT, of(new AbortException("no such branch")).kind());
  }

  @Test
  public void whatNobodyExpectedIsABugAndSaysItsClass() {
    assertEquals(
        "failed: internal error: java.lang.IllegalStateException: ouch",
        of(new IllegalStateException("ouch")).line());
    assertEquals(
        "failed: internal error: java.lang.NullPointerException",
        of(new NullPointerException()).line());
  }

  private static RunFailure of(Throwable error) {
    return new Failures(null).of(error);
  }

  private static FlowInterruptedException stop(CauseOfInterruption... causes) {
    return new FlowInterruptedException(Result.ABORTED, true, causes);
  }

  private static final class Asked extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    @Override
    public String getShortDescription() {
      return "somebody asked";
    }
  }
}
