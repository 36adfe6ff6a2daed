package io.jenkins.plugins.austa.cli.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.austa.cli.host.ApprovalPolicy.Decision;
import java.util.concurrent.CompletableFuture;
import org.junit.Rule;
import org.junit.Test;

public class InputStepTest {
  private static final String ASK =
      "def who = input(message: 'Deploy?', id: 'approve-production', ok: 'Deploy',"
          + " submitter: 'grace,linus', submitterParameter: 'WHO')\necho \"approved by $who\"";

  @Rule public final HostRule pipeline = new HostRule();

  private HostResult decide(Decision decision, String user) throws Exception {
    pipeline.configured(b -> b.approvals(ApprovalPolicy.askAll(user).with("production", decision)));
    return pipeline.run(ASK);
  }

  @Test
  public void yesReturnsTheUser() throws Exception {
    assertEquals(Result.SUCCESS, decide(Decision.YES, "grace").result());
    assertTrue(pipeline.text(), pipeline.log().contains("approved by grace"));
  }

  @Test
  public void noAbortsTheRun() throws Exception {
    assertEquals(Result.ABORTED, decide(Decision.NO, "linus").result());
    assertTrue(pipeline.text(), pipeline.log().contains("Rejected by linus"));
  }

  @Test
  public void aUserWhoIsNotASubmitterMayNotAnswer() throws Exception {
    assertEquals(Result.FAILURE, decide(Decision.YES, "ada").result());
    assertTrue(
        pipeline.text(),
        pipeline.text().contains("ada may not answer 'Deploy?', only grace,linus"));
  }

  @Test
  public void asksWhenToldTo() throws Exception {
    pipeline.configured(
        b -> b.prompt(question -> CompletableFuture.completedFuture(question.equals("Deploy?"))));
    assertEquals(Result.SUCCESS, decide(Decision.ASK, "grace").result());
  }

  @Test
  public void saysWhenNobodyCanBeAsked() throws Exception {
    assertEquals(Result.FAILURE, decide(Decision.ASK, "grace").result());
    assertTrue(pipeline.text().contains("nobody could be asked 'Deploy?': nobody is here"));
  }

  @Test
  public void aTimeoutEndsTheWaiting() throws Exception {
    pipeline.configured(b -> b.prompt(question -> new CompletableFuture<>()));
    HostResult result =
        pipeline.run("timeout(time: 50, unit: 'MILLISECONDS') { input 'Go on?' }\necho 'no'");
    assertEquals(Result.ABORTED, result.result());
  }
}
