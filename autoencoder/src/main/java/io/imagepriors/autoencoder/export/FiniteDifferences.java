package io.imagepriors.autoencoder.export;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.Energy;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LatentSpace;

/**
 * Compares derivatives with central differences {@code (f(x + h v) - f(x - h v)) / 2h} along the
 * gradient itself, {@code v = g / |g|}, where the slope is {@code |g|}. In float32 a long step
 * meets curvature and the kinks of rectifiers, a short one rounding; where they lie depends on the
 * model, so several steps are tried and one has to fit. A point may lie so close to a kink that
 * none does; a wrong gradient is wrong at all points, so half of them have to fit.
 */
final class FiniteDifferences {
  private static final double[] STEPS = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4};

  /** Of the slope. A wrong operator is off by much more, rounding by less. */
  private static final double TOLERANCE = 0.02;

  /** Slopes below this are lost in the rounding of the values. */
  private static final double SMALLEST_SLOPE = 1e-3;

  private FiniteDifferences() {}

  /**
   * Checks the gradient of an energy at the images of a stack.
   *
   * @throws InvalidInputException naming both slopes
   */
  static void require(Energy energy, ImageStack x, ImageStack gradient) {
    Tally tally = new Tally("gradient", x.count());
    for (int i = 0; i < x.count(); i++) {
      ImageStack at = x.image(i);
      float[] direction = gradient.image(i).pixels();
      double slope = Norms.normalise(direction);
      tally.add(
          slope,
          step ->
              energy.values(ImageStack.wrap(x.shape(), moved(at.pixels(), direction, step)))[0]);
    }
  }

  /**
   * Checks a decoder's vector-Jacobian product at the codes of a stack.
   *
   * @throws InvalidInputException naming both slopes
   */
  static void require(LatentSpace latent, CodeStack z, ImageStack cotangent, CodeStack gradient) {
    Tally tally = new Tally("decode_vjp", z.count());
    for (int i = 0; i < z.count(); i++) {
      float[] at = z.code(i);
      float[] direction = gradient.code(i);
      float[] weights = cotangent.image(i).pixels();
      double slope = Norms.normalise(direction);
      ImageStack image = ImageStack.zeros(1, latent.shape());
      tally.add(
          slope,
          step -> {
            latent.decode(CodeStack.wrap(z.dimension(), moved(at, direction, step)), image);
            return Norms.dot(image.pixels(), weights);
          });
    }
  }

  /** A function along a line. */
  private interface Line {
    double at(double step);
  }

  /** Counts the points where no step fits. */
  private static final class Tally {
    private final String subject;
    private final int points;
    private int misses;

    Tally(String subject, int points) {
      this.subject = subject;
      this.points = points;
    }

    void add(double slope, Line line) {
      double closest = closest(slope, line);
      if (Math.abs(closest - slope) <= TOLERANCE * Math.max(slope, SMALLEST_SLOPE)) {
        return;
      }
      misses++;
      if (2 * misses > points) {
        throw InvalidInputException.of(
            subject + " of the exported model",
            "have the slope " + closest + " of its values",
            slope);
      }
    }
  }

  private static double closest(double slope, Line line) {
    double closest = Double.NaN;
    for (double step : STEPS) {
      double difference = (line.at(step) - line.at(-step)) / (2 * step);
      if (!(Math.abs(difference - slope) >= Math.abs(closest - slope))) {
        closest = difference;
      }
    }
    return closest;
  }

  private static float[] moved(float[] from, float[] direction, double step) {
    float[] result = new float[from.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (from[i] + step * direction[i]);
    }
    return result;
  }
}
