package io.imagepriors.runtime.oneclass;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.PriorModel;

/**
 * What an auto-encoder makes of images: their codes {@code z = Enc(x)} and how far {@code D(z)} is
 * from {@code x}. What it gives is not copied.
 */
final class Reconstructions {
  private static final int BATCH = 128;

  private final CodeStack codes;
  private final double[] energies;
  private final double[] blurredErrors;

  /** Of as many codes as numbers. */
  Reconstructions(CodeStack codes, double[] energies, double[] blurredErrors) {
    this.codes = codes;
    this.energies = energies;
    this.blurredErrors = blurredErrors;
  }

  /**
   * Encodes and decodes images.
   *
   * @param beforeEach called before each batch; what it throws ends the work
   * @throws InvalidInputException if the prior has no latent space
   */
  static Reconstructions of(PriorModel model, LabelledImages images, Runnable beforeEach) {
    LatentSpace space =
        model
            .latentSpace()
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "prior of a one-class score", "have a latent space", "one without"));
    int count = images.count();
    CodeStack codes = CodeStack.zeros(count, space.dimension());
    double[] energies = new double[count];
    double[] errors = new double[count];
    for (int from = 0; from < count; from += BATCH) {
      beforeEach.run();
      ImageStack x = images.stack(from, Math.min(count, from + BATCH));
      CodeStack z = CodeStack.zeros(x.count(), space.dimension());
      ImageStack decoded = x.like();
      space.encode(x, z);
      space.decode(z, decoded);
      System.arraycopy(z.values(), 0, codes.values(), codes.offset(from), z.values().length);
      System.arraycopy(model.values(x), 0, energies, from, x.count());
      System.arraycopy(BlurredError.of(x, decoded), 0, errors, from, x.count());
    }
    return new Reconstructions(codes, energies, errors);
  }

  /** The code of each image. */
  CodeStack codes() {
    return codes;
  }

  /** {@code E(x)} of each image. */
  double[] energies() {
    return energies;
  }

  /** The {@link BlurredError} of each image. */
  double[] blurredErrors() {
    return blurredErrors;
  }
}
