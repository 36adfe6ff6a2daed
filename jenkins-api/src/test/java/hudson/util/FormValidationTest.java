package hudson.util;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class FormValidationTest {
  @Test
  public void escapesMessagesUnlessTheyAreMarkup() {
    assertEquals("&lt;b&gt; &amp; c", FormValidation.error("<b> & c").getMessage());
    assertEquals("<b>c</b>", FormValidation.warningWithMarkup("<b>c</b>").renderHtml());
    assertEquals("ERROR: port 0", FormValidation.error("port %d", 0).toString());
  }

  @Test
  public void saysNothingOfNull() {
    assertSame(FormValidation.Kind.OK, FormValidation.error((String) null).kind);
    assertNull(FormValidation.ok().getMessage());
  }

  @Test
  public void isAsBadAsItsWorstPart() {
    FormValidation all =
        FormValidation.aggregate(
            List.of(
                FormValidation.ok("a"), FormValidation.error("b"), FormValidation.warning("c")));
    assertSame(FormValidation.Kind.ERROR, all.kind);
    assertTrue(all.renderHtml().contains("<li>b</li>"));
  }

  @Test
  public void validatesNumbersAndRequiredValues() {
    assertSame(FormValidation.Kind.OK, FormValidation.validatePositiveInteger("1").kind);
    assertSame(FormValidation.Kind.ERROR, FormValidation.validatePositiveInteger("0").kind);
    assertSame(FormValidation.Kind.ERROR, FormValidation.validateNonNegativeInteger("x").kind);
    assertSame(FormValidation.Kind.OK, FormValidation.validateIntegerInRange("5", 5, 9).kind);
    assertSame(FormValidation.Kind.ERROR, FormValidation.validateIntegerInRange("10", 5, 9).kind);
    assertSame(FormValidation.Kind.ERROR, FormValidation.validateRequired("  ").kind);
  }

  @Test
  public void keepsDetailsOfExceptions() {
    FormValidation problem = FormValidation.error(new IllegalStateException("deep"), "shallow");
    assertTrue(problem.renderHtml().startsWith("shallow"));
    assertTrue(problem.renderHtml().contains("IllegalStateException: deep"));
  }

  @Test
  public void hidesSecretsFromNobodyInMemory() {
    Secret secret = Secret.fromString("s3cret");
    assertEquals("s3cret", secret.getPlainText());
    assertEquals(secret, Secret.fromString("s3cret"));
    assertFalse(secret.equals(Secret.fromString("other")));
    assertEquals("", Secret.fromString(null).getPlainText());
    assertNull(Secret.toString(null));
  }
}
