package io.imagepriors.tasks.restorer;

import io.imagepriors.api.ImageStack;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Solves {@code M u = b} for every image of a stack, with a symmetric positive definite {@code M}
 * that acts on each image by itself (Hestenes and Stiefel, doi:10.6028/jres.049.044). An image
 * whose residual is small enough rests, so its solution does not depend on the others. Keeps its
 * buffers.
 */
final class ConjugateGradients {
  private final BiConsumer<ImageStack, ImageStack> matrix;
  private final ImageStack solution;
  private final ImageStack residual;
  private final ImageStack direction;
  private final ImageStack image;
  private final double[] squared;

  /**
   * Starts at {@code u = 0}.
   *
   * @param b the right-hand sides; only read
   * @param matrix writes {@code M} times its first argument into its second
   */
  ConjugateGradients(ImageStack b, BiConsumer<ImageStack, ImageStack> matrix) {
    this.matrix = matrix;
    this.solution = b.like();
    this.residual = b.copy();
    this.direction = b.copy();
    this.image = b.like();
    this.squared = new double[b.count()];
    for (int i = 0; i < squared.length; i++) {
      squared[i] = dot(b, b, i);
    }
  }

  /** Iterates until each residual is below {@code tolerance} times its right-hand side. */
  void run(int iterations, double tolerance) {
    run(iterations, tolerance, () -> true);
  }

  /** The same, as long as {@code goOn}, asked after each step, says so. */
  void run(int iterations, double tolerance, BooleanSupplier goOn) {
    double[] enough = new double[squared.length];
    for (int i = 0; i < enough.length; i++) {
      enough[i] = squared[i] * tolerance * tolerance;
    }
    boolean working = true;
    for (int step = 0; step < iterations && working; step++) {
      matrix.accept(direction, image);
      working = false;
      for (int i = 0; i < enough.length; i++) {
        if (squared[i] > enough[i]) {
          advance(i);
          working = true;
        }
      }
      working = goOn.getAsBoolean() && working;
    }
  }

  /** The solutions so far; live. */
  ImageStack solution() {
    return solution;
  }

  private void advance(int index) {
    double step = squared[index] / dot(direction, image, index);
    add(solution, index, step, direction);
    add(residual, index, -step, image);
    double next = dot(residual, residual, index);
    float keep = (float) (next / squared[index]);
    squared[index] = next;
    int to = direction.offset(index) + direction.shape().size();
    for (int k = direction.offset(index); k < to; k++) {
      direction.pixels()[k] = residual.pixels()[k] + keep * direction.pixels()[k];
    }
  }

  /** The inner product of two stacks' images at one index. */
  static double dot(ImageStack a, ImageStack b, int index) {
    double sum = 0;
    int to = a.offset(index) + a.shape().size();
    for (int k = a.offset(index); k < to; k++) {
      sum += (double) a.pixels()[k] * b.pixels()[k];
    }
    return sum;
  }

  private static void add(ImageStack target, int index, double factor, ImageStack source) {
    float f = (float) factor;
    int to = target.offset(index) + target.shape().size();
    for (int k = target.offset(index); k < to; k++) {
      target.pixels()[k] += f * source.pixels()[k];
    }
  }
}
