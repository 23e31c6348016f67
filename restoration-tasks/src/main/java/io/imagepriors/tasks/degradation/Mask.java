package io.imagepriors.tasks.degradation;

import io.imagepriors.api.Degradation;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.ForwardModel;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Shape;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The degradation {@code mask}: some pixels are missing, all others are seen with a little noise.
 * Its likelihood {@code ||M (x - y)||² / (2 sigma²)} looks at the seen pixels only; {@code M} is 1
 * there and 0 elsewhere, the same for all images and all channels.
 *
 * <p>What is missing is a centred hole ({@code hole=10} or {@code hole=10x14}), a half ({@code
 * half=lower}), a random share of the pixels ({@code missing=0.8,seed=3}) or what is black in a
 * picture ({@code picture=mask.png}); at most one of them, and a centred hole of 10/28 of each side
 * where none is given.
 */
public final class Mask implements Degradation {
  private static final Parameter<OptionalDouble> SIGMA =
      NoiseLevel.orAuto(0.03, "the noise on seen pixels, in units of grey value");
  private static final Descriptor DESCRIPTOR =
      Descriptor.of("mask", "hides a region or a share of the pixels")
          .with(
              MaskRegion.HOLE,
              MaskRegion.HALF,
              MaskRegion.MISSING,
              MaskRegion.SEED,
              MaskRegion.PICTURE,
              SIGMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.imagepriors.api.FileException if the mask's picture can't be read or has another
   *     size than the images
   */
  @Override
  public ForwardModel bind(Shape clean, Parameters parameters) {
    Supplier<boolean[]> region = MaskRegion.of(clean, parameters);
    return new MaskModel(clean, region.get(), parameters.get(SIGMA));
  }
}
