package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** Numbers with sides, outside the engine's memory. */
final class Tensor {
  private final float[] values;
  private final Shape sides;

  Tensor(float[] values, Shape sides) {
    this.values = values;
    this.sides = sides;
  }

  static Tensor gaussian(RandomGenerator random, double deviation, long... sides) {
    Shape shape = new Shape(sides);
    int count = Math.toIntExact(shape.size());
    return new Tensor(Draws.gaussian(random, count, deviation), shape);
  }

  /** A copy that the manager owns. */
  NDArray in(NDManager manager) {
    return manager.create(values, sides);
  }
}
