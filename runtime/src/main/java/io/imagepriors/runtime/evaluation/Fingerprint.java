package io.imagepriors.runtime.evaluation;

import io.imagepriors.api.ImageStack;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells settings from others: SHA-256 over all that figures depend on. What plug-ins compute counts
 * rather than what they are called, as far as that is cheap: images enter by their pixels, models
 * by their output.
 */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** Of nothing yet. */
  public static Fingerprint empty() {
    try {
      return new Fingerprint(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // The length keeps "ab", "c" apart from "a", "bc".
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** A plug-in's name, what is known of it, and every parameter, defaults included. */
  public Fingerprint add(Candidate<?> candidate) {
    add(candidate.label());
    add(candidate.plugin().descriptor().facts().toString());
    return add(candidate.parameters().texts().toString());
  }

  /** Adds count, shape and pixels. */
  public Fingerprint add(ImageStack images) {
    add(images.toString());
    ByteBuffer bytes = ByteBuffer.allocate(images.pixels().length * Float.BYTES);
    bytes.asFloatBuffer().put(images.pixels());
    digest.update(bytes);
    return this;
  }

  /** Numbers, to the last bit. */
  public Fingerprint add(double[] values) {
    for (double value : values) {
      add(Double.toHexString(value));
    }
    return this;
  }

  /** The digest so far in hexadecimal digits; ends the use of this object. */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
