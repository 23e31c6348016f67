package io.imagepriors.autoencoder.data;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LabelledImages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.ObjIntConsumer;

/** Reads all images once and tells them from others. */
public final class Fingerprint {
  /** What stands for a label that is not there. */
  public static final int NO_LABEL = -1;

  private Fingerprint() {}

  /**
   * A digest of origin, shape, pixels and labels, in hexadecimal.
   *
   * @param visitor gets the values of each image, in an array that is used again
   * @throws io.imagepriors.api.InvalidInputException if a value is not finite
   */
  public static String of(LabelledImages images, ObjIntConsumer<float[]> visitor) {
    MessageDigest digest = sha256();
    digest.update((images.origin() + ' ' + images.shape()).getBytes(StandardCharsets.UTF_8));
    ImageStack one = ImageStack.zeros(1, images.shape());
    ByteBuffer bytes = ByteBuffer.allocate(4 * images.shape().size());
    for (int i = 0; i < images.count(); i++) {
      images.read(i, one, 0);
      one.requireFinite("image " + i + " of " + images.origin());
      visitor.accept(one.pixels(), i);
      bytes.clear().asFloatBuffer().put(one.pixels());
      digest.update(bytes);
      digest.update((byte) images.label(i).orElse(NO_LABEL));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
