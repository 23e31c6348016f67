package io.imagepriors.runtime.trust;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a certificate must be like for a signature to count. */
final class SignerCertificate {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_EC_BITS = 224;

  /** The place of "digital signature" in the extension for a key's usage (RFC 5280, 4.2.1.3). */
  private static final int DIGITAL_SIGNATURE = 0;

  /** Code signing, and any purpose at all (RFC 5280, 4.2.1.12). */
  private static final List<String> CODE_SIGNING = List.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");

  private static final Pattern WEAK_SIGNATURE = Pattern.compile("(MD2|MD5|SHA-?1)WITH.*");

  private SignerCertificate() {}

  /** The subject. */
  static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  /** The signer's own certificate must have a strong key that is meant to sign code. */
  static void requireFit(X509Certificate certificate) throws CertificateException {
    requireStrongKey(certificate);
    boolean[] usage = certificate.getKeyUsage();
    List<String> purposes = certificate.getExtendedKeyUsage();
    boolean signs = usage == null || usage[DIGITAL_SIGNATURE];
    boolean code = purposes == null || CODE_SIGNING.stream().anyMatch(purposes::contains);
    if (!signs || !code) {
      throw new CertificateException(name(certificate) + ", whose key is not for signing code");
    }
  }

  /** One that another has issued must be signed by an algorithm that is still safe. */
  static void requireStrong(X509Certificate certificate) throws CertificateException {
    requireStrongKey(certificate);
    String algorithm = certificate.getSigAlgName();
    if (WEAK_SIGNATURE.matcher(algorithm.toUpperCase(Locale.ROOT)).matches()) {
      throw new CertificateException(name(certificate) + ", issued by the weak " + algorithm);
    }
  }

  static void requireValid(X509Certificate certificate, Instant now) throws CertificateException {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new CertificateException(
          name(certificate) + ", expired on " + certificate.getNotAfter().toInstant());
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw new CertificateException(
          name(certificate) + ", not valid before " + certificate.getNotBefore().toInstant());
    }
  }

  private static void requireStrongKey(X509Certificate certificate) throws CertificateException {
    PublicKey key = certificate.getPublicKey();
    int bits = Integer.MAX_VALUE; // of a fixed length: Ed25519 and the like
    int least = LEAST_RSA_BITS;
    if (key instanceof RSAKey rsa) {
      bits = rsa.getModulus().bitLength();
    } else if (key instanceof DSAKey dsa && dsa.getParams() != null) {
      bits = dsa.getParams().getP().bitLength();
    } else if (key instanceof ECKey ec) {
      bits = ec.getParams().getCurve().getField().getFieldSize();
      least = LEAST_EC_BITS;
    }
    if (bits < least) {
      throw new CertificateException(
          name(certificate) + ", whose key of " + bits + " bits is too short");
    }
  }
}
