package io.jenkins.plugins.austa.engine.access;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why a server did not answer, from what the HTTP client threw. Pure. */
final class ConnectionFailure {
  private static final int DEEPEST = 20;

  private ConnectionFailure() {}

  /**
   * One or two sentences.
   *
   * @param server the address, for people
   */
  static String of(Throwable failure, String server) {
    Deque<Throwable> causes = new ArrayDeque<>();
    for (Throwable each = failure;
        each != null && causes.size() < DEEPEST;
        each = each.getCause()) {
      causes.push(each);
    }
    // The innermost cause is the most precise one.
    return causes.stream()
        .map(cause -> certificate(cause, server).or(() -> network(cause, server)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(server + " cannot be reached from the controller.");
  }

  private static Optional<String> certificate(Throwable failure, String server) {
    if (failure instanceof CertificateExpiredException) {
      return Optional.of("The certificate of " + server + " has expired. Renew it on the cluster.");
    }
    if (failure instanceof CertificateNotYetValidException) {
      return Optional.of(
          "The certificate of " + server + " is not valid yet. Check the clocks of both sides.");
    }
    if (failure instanceof CertPathBuilderException
        || failure instanceof CertPathValidatorException) {
      return Optional.of(
          "The certificate of "
              + server
              + " is not trusted: it is not signed by the kubeconfig's certificate-authority-data. Take"
              + " that from the cluster anew.");
    }
    if (failure instanceof SSLPeerUnverifiedException || names(failure)) {
      return Optional.of(
          "The certificate of "
              + server
              + " is for another host. Use an address that the certificate names.");
    }
    return Optional.empty();
  }

  private static boolean names(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof CertificateException
        && (message.contains("subject alternative") || message.contains("no name matching"));
  }

  private static Optional<String> network(Throwable failure, String server) {
    if (failure instanceof UnknownHostException) {
      return Optional.of(
          "The host of " + server + " is not known. Check the address, and DNS on the controller.");
    }
    if (failure instanceof ConnectException) {
      return Optional.of(
          "Nothing listens at " + server + ". Check the address, and the way from the controller.");
    }
    if (failure instanceof SocketTimeoutException
        || failure instanceof HttpTimeoutException
        || failure instanceof TimeoutException) {
      return Optional.of(
          server + " gave no answer in time. Check firewalls between the controller and it.");
    }
    if (failure instanceof SSLException) {
      return Optional.of(
          "TLS with "
              + server
              + " failed: "
              + failure.getMessage()
              + ". Check that it speaks HTTPS there.");
    }
    return Optional.empty();
  }
}
