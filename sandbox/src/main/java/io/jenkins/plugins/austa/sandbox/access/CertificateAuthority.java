package io.jenkins.plugins.austa.sandbox.access;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one cluster; its key never leaves this process. */
final class CertificateAuthority {
  private static final X500Name NAME = new X500Name("CN=austa-sandbox-ca");
  private static final Duration VALID = Duration.ofDays(7);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys;
  private final X509Certificate certificate;

  private CertificateAuthority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  static CertificateAuthority create() throws GeneralSecurityException {
    KeyPair keys = newKeys();
    X509v3CertificateBuilder builder = builder(NAME, keys);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return new CertificateAuthority(keys, sign(builder, keys));
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException("The sandbox's certificate authority was not made", e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for a server on this machine. */
  X509Certificate certify(KeyPair server) throws GeneralSecurityException {
    X509v3CertificateBuilder builder = builder(new X500Name("CN=austa-sandbox"), server);
    GeneralNames names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
              new GeneralName(GeneralName.dNSName, "localhost")
            });
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.subjectAlternativeName, false, names);
      return sign(builder, keys);
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException("The sandbox's server certificate was not made", e);
    }
  }

  static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        NAME,
        new BigInteger(64, RANDOM),
        // Clocks differ a little.
        Date.from(now.minus(Duration.ofMinutes(5))),
        Date.from(now.plus(VALID)),
        subject,
        keys.getPublic());
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer)
      throws OperatorCreationException, GeneralSecurityException {
    JcaContentSignerBuilder signer = new JcaContentSignerBuilder("SHA256withECDSA");
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(signer.build(issuer.getPrivate())));
  }
}
