package io.imagepriors.runtime.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;

/** Digests of files, and those that a signed jar claims. */
final class Digests {
  /** By the names that they have in manifests. */
  private static final List<String> STRONG =
      List.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512");

  private Digests() {}

  /** A file's SHA-256 in lower-case hexadecimal. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether attributes claim a digest that is still safe, {@code SHA-256-Digest} for example. */
  static boolean claimStrong(Attributes attributes, String suffix) {
    return STRONG.stream().anyMatch(name -> attributes.getValue(name + suffix) != null);
  }

  /** Whether some bytes have the digest that attributes claim for them, by a safe algorithm. */
  static boolean match(byte[] bytes, Attributes attributes, String suffix) {
    return STRONG.stream()
        .filter(name -> attributes.getValue(name + suffix) != null)
        .anyMatch(
            name ->
                Base64.getEncoder()
                    .encodeToString(digest(name).digest(bytes))
                    .equals(attributes.getValue(name + suffix)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
