package io.imagepriors.runtime.trust;

import io.imagepriors.api.FileException;
import io.imagepriors.api.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates that are trusted to sign. One of an authority vouches for those that it has
 * issued, any other for itself alone. Immutable.
 *
 * @param file where they were found
 * @param trusted the certificates
 */
record TrustStore(Path file, Set<X509Certificate> trusted) {

  TrustStore {
    trusted = Set.copyOf(trusted);
  }

  /**
   * Reads the trusted certificates of a key store; keys in it, and their certificates, don't count.
   *
   * @param password empty if the store has none
   * @throws InvalidInputException if it can't be read, or trusts nobody
   */
  static TrustStore read(Path file, Optional<String> password) {
    if (!Files.isRegularFile(file)) {
      throw FileException.unreadable(file, new NoSuchFileException(file.toString()));
    }
    try {
      char[] characters = password.map(String::toCharArray).orElse(null);
      KeyStore store = KeyStore.getInstance(file.toFile(), characters);
      List<X509Certificate> trusted = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          trusted.add(certificate);
        }
      }
      if (trusted.isEmpty()) {
        String hint = password.isEmpty() ? ", or none that can be read without its password" : "";
        throw FileException.unusable(
            file, "trusted certificates (keytool -importcert)", "none" + hint);
      }
      return new TrustStore(file, Set.copyOf(trusted));
    } catch (IOException e) {
      throw FileException.unreadable(file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw FileException.unusable(file, "a PKCS12 key store", String.valueOf(e.getMessage()));
    }
  }

  /** Whose signatures are good: the certificates' subjects and the file. */
  String description() {
    String names =
        trusted.stream().map(SignerCertificate::name).sorted().collect(Collectors.joining("; "));
    return names + " (" + file.getFileName() + ")";
  }

  /**
   * Why a signer is not trusted; nothing if it is.
   *
   * @param path the signer's certificate, and those of who vouches for it
   */
  Optional<String> fault(CertPath path, Instant now) {
    List<X509Certificate> chain =
        path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    try {
      SignerCertificate.requireFit(chain.get(0));
      List<X509Certificate> issued =
          chain.stream().takeWhile(certificate -> !trusted.contains(certificate)).toList();
      for (X509Certificate certificate : issued) {
        SignerCertificate.requireStrong(certificate);
        SignerCertificate.requireValid(certificate, now);
      }
      SignerCertificate.requireValid(issued.isEmpty() ? chain.get(0) : authority(issued, now), now);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(
          SignerCertificate.name(chain.get(0))
              + ", for whom none of them vouches: "
              + e.getMessage());
    } catch (GeneralSecurityException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The trusted certificate at the end of a path. */
  private X509Certificate authority(List<X509Certificate> path, Instant now)
      throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        trusted.stream()
            .filter(certificate -> certificate.getBasicConstraints() >= 0)
            .map(certificate -> new TrustAnchor(certificate, null))
            .collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      throw new CertPathValidatorException("no authority is trusted");
    }
    PKIXParameters parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false); // there is no network to ask; strike it off the store
    parameters.setDate(Date.from(now));
    CertPath shortened = CertificateFactory.getInstance("X.509").generateCertPath(path);
    PKIXCertPathValidatorResult result =
        (PKIXCertPathValidatorResult)
            CertPathValidator.getInstance("PKIX").validate(shortened, parameters);
    return result.getTrustAnchor().getTrustedCert();
  }
}
