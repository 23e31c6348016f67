package io.imagepriors.tasks.degradation;

import io.imagepriors.api.ImageStack;
import io.imagepriors.api.Shape;
import java.util.Arrays;

/**
 * Convolution of every channel with a kernel: {@code y(p) = sum_d k(d) x(p - d)}, with the image
 * continued beyond its border by a {@link Boundary}.
 *
 * <p>It is {@code K P}: {@code P} copies the image into a larger one and continues it there, {@code
 * K} sums shifted windows of that. The adjoint {@code Pᵀ Kᵀ} spreads each value over its window,
 * then adds up the copies of each pixel.
 */
final class Convolution implements LinearOperator {
  private final Shape shape;
  private final int[] rows;
  private final int[] columns;
  private final int[] shifts;
  private final float[] weights;
  private final SpareArray continuedImages;

  Convolution(Shape shape, Kernel kernel, Boundary boundary) {
    this.shape = shape;
    this.rows = continued(shape.height(), kernel.height(), boundary);
    this.columns = continued(shape.width(), kernel.width(), boundary);
    int[] shiftsFound = new int[kernel.height() * kernel.width()];
    float[] weightsFound = new float[shiftsFound.length];
    int size = 0;
    for (int r = 0; r < kernel.height(); r++) {
      for (int c = 0; c < kernel.width(); c++) {
        if (kernel.weight(r, c) != 0) {
          shiftsFound[size] = (kernel.height() - 1 - r) * columns.length + kernel.width() - 1 - c;
          weightsFound[size++] = kernel.weight(r, c);
        }
      }
    }
    this.shifts = Arrays.copyOf(shiftsFound, size);
    this.weights = Arrays.copyOf(weightsFound, size);
    this.continuedImages = new SpareArray(rows.length * columns.length);
  }

  /** For each line of the continued image the line of the image that is found there. */
  private static int[] continued(int size, int kernel, Boundary boundary) {
    int before = kernel - 1 - kernel / 2;
    int[] lines = new int[size + kernel - 1];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = boundary.index(i - before, size);
    }
    return lines;
  }

  @Override
  public Shape domain() {
    return shape;
  }

  @Override
  public Shape range() {
    return shape;
  }

  @Override
  public void apply(ImageStack x, ImageStack y) {
    LinearOperator.requireStacks(x, shape, y, shape);
    float[] wide = continuedImages.take();
    int plane = shape.height() * shape.width();
    for (int at = 0; at < x.pixels().length; at += plane) {
      spread(x.pixels(), at, wide);
      Arrays.fill(y.pixels(), at, at + plane, 0f);
      for (int k = 0; k < shifts.length; k++) {
        addWindow(wide, shifts[k], weights[k], y.pixels(), at);
      }
    }
    continuedImages.give(wide);
  }

  @Override
  public void adjoint(ImageStack y, ImageStack x) {
    LinearOperator.requireStacks(y, shape, x, shape);
    float[] wide = continuedImages.take();
    int plane = shape.height() * shape.width();
    for (int at = 0; at < y.pixels().length; at += plane) {
      Arrays.fill(wide, 0f);
      for (int k = 0; k < shifts.length; k++) {
        addToWindow(y.pixels(), at, weights[k], wide, shifts[k]);
      }
      Arrays.fill(x.pixels(), at, at + plane, 0f);
      gather(wide, x.pixels(), at);
    }
    continuedImages.give(wide);
  }

  private void spread(float[] image, int at, float[] wide) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        boolean found = rows[i] != Boundary.NOTHING && columns[j] != Boundary.NOTHING;
        wide[i * columns.length + j] =
            found ? image[at + rows[i] * shape.width() + columns[j]] : 0f;
      }
    }
  }

  private void gather(float[] wide, float[] image, int at) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        if (rows[i] != Boundary.NOTHING && columns[j] != Boundary.NOTHING) {
          image[at + rows[i] * shape.width() + columns[j]] += wide[i * columns.length + j];
        }
      }
    }
  }

  private void addWindow(float[] wide, int shift, float weight, float[] image, int at) {
    int width = shape.width();
    for (int row = 0; row < shape.height(); row++) {
      int from = shift + row * columns.length;
      int to = at + row * width;
      for (int c = 0; c < width; c++) {
        image[to + c] += weight * wide[from + c];
      }
    }
  }

  private void addToWindow(float[] image, int at, float weight, float[] wide, int shift) {
    int width = shape.width();
    for (int row = 0; row < shape.height(); row++) {
      int from = at + row * width;
      int to = shift + row * columns.length;
      for (int c = 0; c < width; c++) {
        wide[to + c] += weight * image[from + c];
      }
    }
  }
}
