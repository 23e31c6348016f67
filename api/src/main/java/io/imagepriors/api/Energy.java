package io.imagepriors.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A differentiable function that gives one real number to each image: small for what it favours. A
 * prior's energy and a likelihood are both energies, so a restorer need not know which task it
 * solves.
 *
 * <p>Implementations are thread-safe, and deterministic: the same images give the same bits. Each
 * image's value depends on that image alone, so a stack gives what its images give one by one (up
 * to the last bits of float32, where a library sums in another order).
 */
@ConsumerType
public interface Energy {

  /** The shape of the images this energy takes. */
  Shape shape();

  /**
   * Computes {@code values[i] = E(x_i)} and {@code gradient_i = dE/dx (x_i)} for every image of the
   * stack in one pass.
   *
   * @param x images of {@link #shape()}, any finite values; only read
   * @param values overwritten in its first {@code x.count()} places; at least that long
   * @param gradient overwritten; of the count and shape of {@code x}, and not {@code x} itself
   * @throws InvalidInputException if a size does not fit
   * @throws WithdrawnException if the plug-in behind this energy has been removed
   */
  void valueAndGradient(ImageStack x, double[] values, ImageStack gradient);

  /**
   * The energies alone. The default computes gradients too and drops them; override it where values
   * alone are cheaper.
   *
   * @param x images of {@link #shape()}; only read
   * @return a new array of {@code x.count()} energies
   */
  default double[] values(ImageStack x) {
    double[] values = new double[x.count()];
    valueAndGradient(x, values, x.like());
    return values;
  }

  /**
   * Makes an energy from a function of one image, for authors who need no batch.
   *
   * @param shape the images' shape
   * @param function computes value and gradient of one image
   */
  static Energy ofSingle(Shape shape, SingleImageEnergy function) {
    return new SingleImageAdapter(shape, function);
  }
}
