package io.jenkins.plugins.austa.sandbox.access;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * How one cluster's API server is reached: over TLS, with a certificate of the cluster's own
 * authority, by whoever has its token. All of it is made anew for each cluster.
 */
public final class ClusterAccess {
  private static final char[] NO_PASSWORD = new char[0];
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String BEARER = "Bearer ";
  private static final String OWNER = "austa-sandbox";

  private final String token;
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final X509Certificate authority;
  private final X509KeyManager server;

  private ClusterAccess(X509Certificate authority, X509KeyManager server) {
    this.token = issue(OWNER);
    this.authority = authority;
    this.server = server;
  }

  /** Access to a new cluster. */
  public static ClusterAccess create() {
    try {
      CertificateAuthority authority = CertificateAuthority.create();
      KeyPair keys = CertificateAuthority.newKeys();
      return new ClusterAccess(authority.certificate(), keyManager(keys, authority.certify(keys)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JDK cannot make the sandbox's certificates", e);
    }
  }

  /** The bearer token that opens the API server. */
  public String token() {
    return token;
  }

  /** A further token that opens it, for a client that faults are to tell from others. */
  public final String issue(String user) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String issued = HexFormat.of().formatHex(random);
    users.put(issued, user);
    return issued;
  }

  /** The token in an {@code Authorization} header, which may be null; empty when there is none. */
  public static String bearer(String authorization) {
    return authorization != null && authorization.startsWith(BEARER)
        ? authorization.substring(BEARER.length())
        : "";
  }

  /** Who a token was issued to; empty when it was not issued here. */
  public Optional<String> user(String given) {
    return Optional.ofNullable(users.get(given));
  }

  /** The authority's certificate as a kubeconfig has it: PEM in Base64. */
  public String authorityData() {
    try {
      String pem =
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
              + "\n-----END CERTIFICATE-----\n";
      return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The sandbox's certificate has no encoding", e);
    }
  }

  /** Trusts this cluster's authority and no other. */
  public SSLContext trust() {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JDK cannot trust the sandbox's certificate", e);
    }
  }

  /** Lets a server speak TLS with this cluster's certificate. */
  public HttpServerOptions secure(HttpServerOptions options) {
    return options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(server));
  }

  private static X509KeyManager keyManager(KeyPair keys, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("server", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return Arrays.stream(factory.getKeyManagers())
        .filter(X509KeyManager.class::isInstance)
        .map(X509KeyManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
