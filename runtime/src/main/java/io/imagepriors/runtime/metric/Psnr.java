package io.imagepriors.runtime.metric;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import java.util.function.IntPredicate;

/**
 * Peak signal-to-noise ratio in dB, the peak being 1:
 *
 * <pre>{@code
 * MSE  = mean over the image's values of (clamp(x) - clamp(truth))²
 * PSNR = -10 log10(max(MSE, 1e-10))
 * }</pre>
 *
 * <p>{@code clamp} moves a value into [0, 1], as any picture file would. The floor keeps equal
 * images finite, at 100 dB; float32 rounding alone stays below it. The mean over images is taken in
 * dB, image by image, which is what most of the literature reports. Stateless.
 */
public final class Psnr {
  private static final double FLOOR = 1e-10;

  private Psnr() {}

  /**
   * The ratio over all values of one image.
   *
   * @param images images of the truth's count and shape
   * @param truth the clean images
   * @param index which image
   */
  public static double of(ImageStack images, ImageStack truth, int index) {
    return fromMse(mse(images, truth, index));
  }

  /**
   * The ratio over the values that a mask hides.
   *
   * @param observed 1 where a value was seen, 0 where it is missing; one image of the same shape
   * @throws InvalidInputException if nothing is missing
   */
  public static double ofMissing(
      ImageStack images, ImageStack truth, int index, ImageStack observed) {
    observed.requireShape(truth.shape(), "mask of seen pixels");
    return fromMse(mean(images, truth, index, value -> observed.pixels()[value] == 0f));
  }

  /** The mean squared error over all values of one image, both clamped. */
  public static double mse(ImageStack images, ImageStack truth, int index) {
    return mean(images, truth, index, value -> true);
  }

  /** {@code -10 log10(max(mse, 1e-10))}. */
  public static double fromMse(double mse) {
    return -10 * Math.log10(Math.max(mse, FLOOR));
  }

  private static double mean(ImageStack images, ImageStack truth, int index, IntPredicate counted) {
    images.requireSameSize(truth, "images to compare");
    int from = truth.offset(index);
    double sum = 0;
    int count = 0;
    for (int value = 0; value < truth.shape().size(); value++) {
      if (counted.test(value)) {
        double difference =
            clamp(images.pixels()[from + value]) - clamp(truth.pixels()[from + value]);
        sum += difference * difference;
        count++;
      }
    }
    if (count == 0) {
      throw InvalidInputException.of("a mean over missing pixels", "have some", 0);
    }
    return sum / count;
  }

  private static double clamp(float value) {
    return value >= 0f ? Math.min(value, 1f) : 0;
  }
}
