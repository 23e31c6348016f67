package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The two maps of an auto-encoder between images and the cube [0, 1]^d of codes, and what is needed
 * to search that cube by gradients. Thread-safe; all stacks belong to the caller.
 */
@ConsumerType
public interface LatentSpace {

  /** The number of coordinates of a code. */
  int dimension();

  /** The shape of the images. */
  Shape shape();

  /**
   * Writes the code of each image.
   *
   * @param images of {@link #shape()}; only read
   * @param codes overwritten; of the same count and of {@link #dimension()}; ends up in [0, 1]
   */
  void encode(ImageStack images, CodeStack codes);

  /**
   * Writes the image of each code.
   *
   * @param codes of {@link #dimension()}, in [0, 1]; only read
   * @param images overwritten; of the same count and of {@link #shape()}
   */
  void decode(CodeStack codes, ImageStack images);

  /**
   * The decoder's vector-Jacobian product: {@code gradient_i = J_D(code_i)ᵀ cotangent_i}.
   *
   * @param codes where the Jacobian is taken; only read
   * @param cotangent of the same count and of {@link #shape()}; only read
   * @param gradient overwritten; of the count and dimension of {@code codes}
   */
  void decodeVjp(CodeStack codes, ImageStack cotangent, CodeStack gradient);

  /**
   * Pulls an energy on images back to codes: {@code values[i] = E(D(code_i))} and its gradient with
   * respect to the code. Implementations may override this to share work between the decoder and
   * its derivative.
   *
   * @param energy an energy on images of {@link #shape()}
   * @param codes where it is evaluated; only read
   * @param values overwritten in its first {@code codes.count()} places
   * @param gradient overwritten; of the count and dimension of {@code codes}
   * @param decoded overwritten with {@code D(code)}
   * @param cotangent overwritten with the gradient of the energy with respect to the image
   */
  default void valueAndGradient(
      Energy energy,
      CodeStack codes,
      double[] values,
      CodeStack gradient,
      ImageStack decoded,
      ImageStack cotangent) {
    decode(codes, decoded);
    energy.valueAndGradient(decoded, values, cotangent);
    decodeVjp(codes, cotangent, gradient);
  }
}
