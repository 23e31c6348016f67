package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;

/**
 * One batch of training, on its way through an auto-encoder.
 *
 * @param images {@code x}, float32 [count, channels, height, width], values in [0, 1]
 * @param codes {@code Enc(x)}, float32 [count, dimension], in the cube [0, 1]^dimension
 * @param reconstruction {@code D(Enc(x))}, of the sides of {@code images}
 * @param random a generator seeded for this step; all randomness of a loss comes from it
 */
public record Batch(NDArray images, NDArray codes, NDArray reconstruction, RandomGenerator random) {

  /** The reconstruction error {@code mean_i ||D(Enc(x_i)) - x_i||²}, summed over pixels. */
  public NDArray squaredError() {
    float count = images.getShape().get(0);
    return reconstruction.sub(images).square().sum().div(scalar(count));
  }

  /**
   * A term of a loss that was computed outside of PyTorch: a scalar of the given value, whose
   * gradient in the codes is the given one.
   *
   * @param value of the term at the present codes
   * @param slope its derivative in {@link #codes}, in their order; only read
   */
  public NDArray ofCodes(double value, float[] slope) {
    NDArray linear = codes.mul(codes.getManager().create(slope, codes.getShape())).sum();
    return linear.add(scalar((float) (value - linear.getFloat())));
  }

  /**
   * A number for use in a loss, alive until the step ends. DJL's own operators on Java numbers free
   * theirs at once, although the backward pass still reads it: its memory is gone as soon as Java
   * collects garbage in between, and the gradient is then anything.
   */
  public NDArray scalar(float value) {
    return images.getManager().create(value);
  }
}
