package io.jenkins.plugins.austa.cli.host.flow;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SecretMaskerTest {
  private final SecretMasker masker = new SecretMasker();

  @Test
  public void masksTheLongestSecretFirst() {
    masker.add("pass");
    masker.add("password");
    assertEquals("**** and ****", masker.mask("password and pass"));
  }

  @Test
  public void masksEachLineOfASecretOfSeveralLines() {
    masker.add("-----BEGIN\nabc\n-----END");
    assertEquals("x****y", masker.mask("xabcy"));
  }

  @Test
  public void masksQuotedAndEncodedForms() {
    masker.add("it's secret");
    assertEquals("+ echo '****'", masker.mask("+ echo 'it'\\''s secret'"));
    assertEquals("****", masker.mask("aXQncyBzZWNyZXQ="));
  }

  @Test
  public void ignoresNothingAndBlank() {
    masker.add(null);
    masker.add(" \n ");
    assertEquals("a b", masker.mask("a b"));
  }
}
