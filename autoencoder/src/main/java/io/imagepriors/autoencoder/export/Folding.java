package io.imagepriors.autoencoder.export;

import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Layer.BatchNorm;
import io.imagepriors.autoencoder.network.Tensor;
import io.imagepriors.autoencoder.network.Weights;

/** Linear algebra on weights before they are stored, in double precision. */
final class Folding {
  private Folding() {}

  /**
   * The weight and bias that do the work of a linear layer or convolution and the batch
   * normalisation after it: {@code s = gamma / sqrt(variance + epsilon)} per output, {@code W' = s
   * W}, {@code b' = s (b - mean) + beta}.
   *
   * @param normalisation the prefix of the normalisation's weights
   * @return weight and bias
   */
  static Tensor[] normalised(Weights weights, String prefix, String normalisation) {
    Tensor weight = weights.get(prefix + ".weight");
    Tensor bias = weights.get(prefix + ".bias");
    Tensor gamma = weights.get(normalisation + ".gamma");
    Tensor beta = weights.get(normalisation + ".beta");
    Tensor mean = weights.get(normalisation + ".mean");
    Tensor variance = weights.get(normalisation + ".variance");
    float[] scaled = weight.values();
    float[] shifted = new float[bias.size()];
    int row = scaled.length / shifted.length;
    for (int out = 0; out < shifted.length; out++) {
      double scale = gamma.get(out) / Math.sqrt(variance.get(out) + BatchNorm.EPSILON);
      shifted[out] = (float) (scale * ((double) bias.get(out) - mean.get(out)) + beta.get(out));
      for (int i = out * row; i < (out + 1) * row; i++) {
        scaled[i] = (float) (scale * scaled[i]);
      }
    }
    return new Tensor[] {Tensor.of(weight.dims(), scaled), Tensor.of(bias.dims(), shifted)};
  }

  /**
   * The kernel of the transposed convolution of stride 2 that does the work of nearest upsampling
   * and a convolution of odd kernel {@code k}. Pixel {@code i} fills {@code 2i} and {@code 2i + 1},
   * so with padding {@code p = (k - 1) / 2} it reaches output {@code o} through {@code T[t]},
   * {@code t = o - 2i + p}, where per axis {@code T[t] = w[2p - t] + w[2p + 1 - t]}, terms outside
   * of the kernel being zero.
   *
   * @param kernel of sides {@code [out, in, k, k]}
   * @return of sides {@code [in, out, k + 1, k + 1]}
   */
  static Tensor upsampled(Tensor kernel) {
    int outputs = kernel.dims().side(0);
    int inputs = kernel.dims().side(1);
    int side = kernel.dims().side(2);
    int wide = side + 1;
    double[] sums = new double[inputs * outputs * wide * wide];
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        int source = (out * inputs + in) * side * side;
        int target = (in * outputs + out) * wide * wide;
        for (int y = 0; y < side; y++) {
          for (int x = 0; x < side; x++) {
            double value = kernel.get(source + y * side + x);
            int corner = target + (side - 1 - y) * wide + side - 1 - x;
            sums[corner] += value;
            sums[corner + 1] += value;
            sums[corner + wide] += value;
            sums[corner + wide + 1] += value;
          }
        }
      }
    }
    float[] values = new float[sums.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) sums[i];
    }
    return Tensor.of(Dims.of(inputs, outputs, wide, wide), values);
  }
}
