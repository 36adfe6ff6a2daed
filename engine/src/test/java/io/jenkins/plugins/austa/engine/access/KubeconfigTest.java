package io.jenkins.plugins.austa.engine.access;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.fabric8.kubernetes.client.Config;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.Test;

public class KubeconfigTest {
  private static final String PEM = base64("-----BEGIN CERTIFICATE-----\nMII=\n");
  private static final String EC_KEY = base64("-----BEGIN EC PRIVATE KEY-----\nMII=\n");

  @Test
  public void takesWhatTheCurrentContextNames() throws Exception {
    Kubeconfig read =
        Kubeconfig.read(
            new KubeconfigText()
                .server("https://api.example.org:6443/clusters/c1")
                .cluster("certificate-authority-data: " + PEM)
                .toString());
    Config config = read.config(Duration.ofSeconds(3));
    assertEquals("https://api.example.org:6443", read.server());
    assertEquals("https://api.example.org:6443/clusters/c1", trimmed(config.getMasterUrl()));
    assertEquals("t0ken", config.getOauthToken());
    assertEquals(PEM, config.getCaCertData());
    assertFalse(config.isTrustCerts());
    assertEquals(3000, (int) config.getRequestTimeout());
    assertEquals(List.of(), read.warnings());
    assertNull("files of the controller", config.getFile());
  }

  @Test
  public void takesCertificatesPasswordsProxiesAndWhoIsImpersonated() throws Exception {
    Config withKey =
        config(
            new KubeconfigText()
                .cluster("proxy-url: http://proxy.example.org:3128")
                .user("{client-certificate-data: " + PEM + ", client-key-data: " + EC_KEY + "}"));
    assertEquals(PEM, withKey.getClientCertData());
    assertEquals(EC_KEY, withKey.getClientKeyData());
    assertEquals("EC", withKey.getClientKeyAlgo());
    assertEquals("http://proxy.example.org:3128", withKey.getHttpsProxy());
    Config withName =
        config(
            new KubeconfigText()
                .user("{username: deployer, password: pa55, as: robot, as-groups: [ops, dev]}"));
    assertEquals("deployer", withName.getUsername());
    assertEquals("pa55", withName.getPassword());
    assertEquals("robot", withName.getImpersonateUsername());
    assertArrayEquals(new String[] {"ops", "dev"}, withName.getImpersonateGroups());
  }

  @Test
  public void refusesToStartPrograms() {
    assertRefused(
        "would start a program", new KubeconfigText().user("exec: {command: /bin/touch}"));
    assertRefused("\"auth-provider\"", new KubeconfigText().user("auth-provider: {name: oidc}"));
  }

  @Test
  public void refusesFilesOfTheController() {
    assertRefused("client-certificate", new KubeconfigText().user("client-certificate: /a.pem"));
    assertRefused("client-key", new KubeconfigText().user("client-key: a.pem"));
    assertRefused("tokenFile", new KubeconfigText().user("tokenFile: /var/jenkins/secret.key"));
    assertRefused(
        "(certificate-authority)", new KubeconfigText().cluster("certificate-authority: ca.pem"));
  }

  @Test
  public void refusesWhatItCannotHonour() {
    assertRefused("tls-server-name", new KubeconfigText().cluster("tls-server-name: api"));
    assertRefused("is not PEM", new KubeconfigText().cluster("certificate-authority-data: bm8="));
    assertRefused("is no address", new KubeconfigText().server("ftp://api"));
    assertRefused("is no address", new KubeconfigText().server("https://me:pa55@api"));
  }

  @Test
  public void warnsOfWhatOthersCouldRead() throws Exception {
    KubeconfigText unchecked = new KubeconfigText().cluster("insecure-skip-tls-verify: true");
    List<String> warnings = Kubeconfig.read(unchecked.toString()).warnings();
    assertEquals(warnings.toString(), 1, warnings.size());
    assertTrue(warnings.get(0), warnings.get(0).contains("insecure-skip-tls-verify"));
    assertTrue(config(unchecked).isTrustCerts());
    KubeconfigText plain = new KubeconfigText().server("http://api");
    assertTrue(Kubeconfig.read(plain.toString()).warnings().get(0).contains("plain HTTP"));
  }

  @Test
  public void saysWhichPartIsMissing() {
    String good = new KubeconfigText().toString();
    assertRefused("no kubeconfig", "just a text");
    assertRefused("no kubeconfig", "");
    assertRefused("no current-context", good.replace("current-context: here", "x: y"));
    assertRefused("The context that", good.replace("current-context: here", "current-context: no"));
    assertRefused("The cluster that", good.replace("    cluster: cluster", "    cluster: no"));
    assertRefused("The user that", good.replace("    user: deployer", "    user: no"));
    assertRefused("larger than 1 MiB", good + "#".repeat(1024 * 1024));
  }

  @Test
  public void refusesKeysThatStandThereTwiceBecauseOthersTakeTheOther() {
    assertRefused("not YAML", new KubeconfigText().user("{token: a, token: b}"));
  }

  @Test
  public void neverQuotesTheFile() {
    for (String broken :
        List.of(
            "clusters: [}\ntoken: s3cret", "\"s3cret", "s3cret: [1, 2", "clusters:\n\t- s3cret")) {
      KubeconfigException refused =
          assertThrows(KubeconfigException.class, () -> Kubeconfig.read(broken));
      assertFalse(refused.getMessage(), refused.getMessage().contains("s3cret"));
      assertNull(refused.getCause());
    }
  }

  @Test
  public void tellsNoSecretWhenPrinted() throws Exception {
    String secret = "token: s3cret";
    Kubeconfig read = Kubeconfig.read(new KubeconfigText().user(secret).toString());
    assertEquals("Kubeconfig[https://127.0.0.1:1]", read.toString());
  }

  private static Config config(KubeconfigText text) throws KubeconfigException {
    return Kubeconfig.read(text.toString()).config(Duration.ofSeconds(1));
  }

  private static void assertRefused(String reason, Object text) {
    KubeconfigException refused =
        assertThrows(KubeconfigException.class, () -> Kubeconfig.read(text.toString()));
    assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
  }

  private static String trimmed(String url) {
    return url.replaceAll("/+$", "");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
