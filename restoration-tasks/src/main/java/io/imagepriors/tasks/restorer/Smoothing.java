package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;

/**
 * Correlated values of white noise, {@code F = [sqrt(.95) N K, sqrt(.05) I]}: {@code K} weighs
 * pixels by {@code exp(-distance² / length²)}, so that {@code K Kᵀ} correlates like {@code
 * exp(-distance² / (2 length²))}, and {@code N} divides each row by its length. {@code K} acts on
 * rows and columns one after the other, cut off at four lengths; pixels outside the image are 0.
 * Takes two white images for each image. Thread-safe.
 */
final class Smoothing {
  static final double SHARED = 0.95;
  private static final double REACH = 4;

  private final Shape shape;
  private final float[] weights;
  private final float[] rowScale;
  private final float[] columnScale;

  /** Correlations over images of a shape; a length of 0 gives independent values. */
  Smoothing(Shape shape, double length) {
    this.shape = shape;
    this.weights = new float[(int) Math.ceil(REACH * length / Math.sqrt(2)) + 1];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k == 0 ? 1f : (float) Math.exp(-k * k / (length * length));
    }
    this.rowScale = scales(shape.height());
    this.columnScale = scales(shape.width());
  }

  /** The shape of the white noise: first what is smoothed, then what is each pixel's own. */
  Shape white() {
    return new Shape(2 * shape.channels(), shape.height(), shape.width());
  }

  /** Writes {@code F w}. */
  void apply(ImageStack white, ImageStack residuals) {
    float shared = (float) Math.sqrt(SHARED);
    float own = (float) Math.sqrt(1 - SHARED);
    float[] smooth = new float[shape.height() * shape.width()];
    for (int i = 0; i < residuals.count(); i++) {
      for (int c = 0; c < shape.channels(); c++) {
        int from = white.offset(i) + c * smooth.length;
        int to = residuals.offset(i) + c * smooth.length;
        System.arraycopy(white.pixels(), from, smooth, 0, smooth.length);
        smooth(smooth);
        for (int k = 0; k < smooth.length; k++) {
          residuals.pixels()[to + k] =
              shared * scale(k) * smooth[k] + own * white.pixels()[from + shape.size() + k];
        }
      }
    }
  }

  /** Writes {@code Fᵀ r}. */
  void applyAdjoint(ImageStack residuals, ImageStack white) {
    float shared = (float) Math.sqrt(SHARED);
    float own = (float) Math.sqrt(1 - SHARED);
    float[] smooth = new float[shape.height() * shape.width()];
    for (int i = 0; i < residuals.count(); i++) {
      for (int c = 0; c < shape.channels(); c++) {
        int from = residuals.offset(i) + c * smooth.length;
        int to = white.offset(i) + c * smooth.length;
        for (int k = 0; k < smooth.length; k++) {
          smooth[k] = shared * scale(k) * residuals.pixels()[from + k];
          white.pixels()[to + shape.size() + k] = own * residuals.pixels()[from + k];
        }
        smooth(smooth);
        System.arraycopy(smooth, 0, white.pixels(), to, smooth.length);
      }
    }
  }

  /** Overwrites a plane {@code t} with {@code K t}. */
  private void smooth(float[] plane) {
    int width = shape.width();
    float[] line = new float[width];
    for (int row = 0; row < shape.height(); row++) {
      System.arraycopy(plane, row * width, line, 0, width);
      smooth(line, plane, row * width, 1);
    }
    line = new float[shape.height()];
    for (int column = 0; column < width; column++) {
      for (int row = 0; row < line.length; row++) {
        line[row] = plane[row * width + column];
      }
      smooth(line, plane, column, width);
    }
  }

  private void smooth(float[] line, float[] target, int first, int stride) {
    for (int at = 0; at < line.length; at++) {
      float sum = 0;
      int last = Math.min(line.length - 1, at + weights.length - 1);
      for (int other = Math.max(0, at - weights.length + 1); other <= last; other++) {
        sum += weights[Math.abs(at - other)] * line[other];
      }
      target[first + at * stride] = sum;
    }
  }

  private float scale(int place) {
    return rowScale[place / shape.width()] * columnScale[place % shape.width()];
  }

  /** One over the length of each row of {@code K} along an axis. */
  private float[] scales(int pixels) {
    float[] scale = new float[pixels];
    for (int at = 0; at < pixels; at++) {
      double squares = 0;
      for (int other = 0; other < pixels; other++) {
        int distance = Math.abs(at - other);
        squares += distance < weights.length ? weights[distance] * (double) weights[distance] : 0;
      }
      scale[at] = (float) (1 / Math.sqrt(squares));
    }
    return scale;
  }
}
