package io.imagepriors.autoencoder.calibration;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.Shape;
import java.util.Arrays;

/**
 * Correlated values of white noise: {@code F = [sqrt(1-o) N C, sqrt(o) I]}, where {@code C}
 * convolves each plane with a small kernel (pixels outside count as 0), {@code N} divides by the
 * length of each row, which is shorter at the border, and the share {@code o} is each pixel's own.
 * Takes two white images for each image. The same for images of any size; thread-safe.
 */
final class Correlations {
  private final Shape shape;
  private final double[] kernel;
  private final int radius;
  private final double own;
  private final float[] scale;

  /**
   * @param kernel square of an odd side, row by row, not all 0
   * @param own in (0, 1]
   * @throws InvalidInputException if that is not so
   */
  Correlations(Shape shape, double[] kernel, double own) {
    int side = (int) Math.round(Math.sqrt(kernel.length));
    if (side * side != kernel.length || side % 2 == 0) {
      throw InvalidInputException.of(
          "kernel of residuals", "be a square of an odd side", kernel.length);
    }
    if (!(own > 0 && own <= 1)) {
      throw InvalidInputException.of("own share of residuals", "be in (0, 1]", own);
    }
    this.shape = shape;
    this.kernel = kernel.clone();
    this.radius = side / 2;
    this.own = own;
    this.scale = scale();
    for (float value : scale) {
      if (!Float.isFinite(value)) {
        throw InvalidInputException.of(
            "kernel of residuals", "be finite and not 0", Arrays.toString(kernel));
      }
    }
  }

  double[] kernel() {
    return kernel.clone();
  }

  double own() {
    return own;
  }

  /** The shape of the white noise: first what is convolved, then what is each pixel's own. */
  Shape white() {
    return new Shape(2 * shape.channels(), shape.height(), shape.width());
  }

  /** Writes {@code F w}. */
  void apply(ImageStack white, ImageStack residuals) {
    int plane = scale.length;
    float rest = (float) Math.sqrt(own);
    for (int i = 0; i < residuals.count(); i++) {
      for (int c = 0; c < shape.channels(); c++) {
        int from = white.offset(i) + c * plane;
        int to = residuals.offset(i) + c * plane;
        Arrays.fill(residuals.pixels(), to, to + plane, 0f);
        convolve(white.pixels(), from, residuals.pixels(), to, 1);
        for (int k = 0; k < plane; k++) {
          float single = white.pixels()[from + shape.size() + k];
          residuals.pixels()[to + k] = scale[k] * residuals.pixels()[to + k] + rest * single;
        }
      }
    }
  }

  /** Writes {@code Fᵀ r}. */
  void applyAdjoint(ImageStack residuals, ImageStack white) {
    int plane = scale.length;
    float rest = (float) Math.sqrt(own);
    float[] scaled = new float[plane];
    for (int i = 0; i < residuals.count(); i++) {
      for (int c = 0; c < shape.channels(); c++) {
        int from = residuals.offset(i) + c * plane;
        int to = white.offset(i) + c * plane;
        for (int k = 0; k < plane; k++) {
          scaled[k] = scale[k] * residuals.pixels()[from + k];
          white.pixels()[to + shape.size() + k] = rest * residuals.pixels()[from + k];
        }
        Arrays.fill(white.pixels(), to, to + plane, 0f);
        convolve(scaled, 0, white.pixels(), to, -1);
      }
    }
  }

  /** Adds the plane's values at distance {@code direction * lag}, weighted by the kernel. */
  private void convolve(float[] source, int from, float[] target, int to, int direction) {
    int side = 2 * radius + 1;
    for (int tap = 0; tap < kernel.length; tap++) {
      int down = direction * (tap / side - radius);
      int right = direction * (tap % side - radius);
      float weight = (float) kernel[tap];
      int firstColumn = Math.max(0, -right);
      int lastColumn = Math.min(shape.width(), shape.width() - right);
      for (int row = Math.max(0, -down);
          row < Math.min(shape.height(), shape.height() - down);
          row++) {
        int at = to + row * shape.width();
        int other = from + (row + down) * shape.width() + right;
        for (int column = firstColumn; column < lastColumn; column++) {
          target[at + column] += weight * source[other + column];
        }
      }
    }
  }

  /** What makes the rows of {@code C} as long as {@code sqrt(1 - own)}. */
  private float[] scale() {
    float[] lengths = new float[shape.height() * shape.width()];
    int side = 2 * radius + 1;
    for (int k = 0; k < lengths.length; k++) {
      double sum = 0;
      for (int tap = 0; tap < kernel.length; tap++) {
        int row = k / shape.width() + tap / side - radius;
        int column = k % shape.width() + tap % side - radius;
        if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
          sum += kernel[tap] * kernel[tap];
        }
      }
      lengths[k] = (float) Math.sqrt((1 - own) / sum);
    }
    return lengths;
  }
}
