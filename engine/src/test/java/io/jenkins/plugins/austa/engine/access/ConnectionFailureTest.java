package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.junit.Test;

/** What {@link ClusterAccessTest} does not bring about with real servers. */
public class ConnectionFailureTest {
  private static final String SERVER = "https://api.example.org";

  @Test
  public void theInnermostCauseDecides() {
    assertSays("has expired", certificate(new CertificateExpiredException()));
    assertSays("is not valid yet", certificate(new CertificateNotYetValidException()));
    assertSays("is not trusted", certificate(null));
    assertSays("is for another host", new CertificateException("No name matching api found"));
    assertSays("no answer in time", new IOException(new SocketTimeoutException()));
  }

  @Test
  public void whatNobodyKnowsIsNotGuessed() {
    String expected = SERVER + " cannot be reached from the controller.";
    assertEquals(expected, ConnectionFailure.of(new IOException("odd"), SERVER));
    Exception circle = new IOException("one");
    circle.initCause(new IOException("two", circle));
    assertEquals(expected, ConnectionFailure.of(circle, SERVER));
  }

  private static Exception certificate(Throwable cause) {
    return new CertificateException(new CertPathValidatorException("validity", cause));
  }

  private static void assertSays(String expected, Throwable failure) {
    String said = ConnectionFailure.of(failure, SERVER);
    assertTrue(said, said.contains(expected) && said.contains(SERVER));
  }
}
