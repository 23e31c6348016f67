package io.imagepriors.priors.uniform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarginalDistanceTest {
  private static final int DIMENSION = 3;

  private final SplittableRandom random = new SplittableRandom(21);

  private float[] codes(int count, double low, double high) {
    float[] codes = new float[count * DIMENSION];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) random.nextDouble(low, high);
    }
    return codes;
  }

  /** The definition, pair by pair; E|s - U| = s² - s + 1/2. */
  private static double definition(float[] codes) {
    int n = codes.length / DIMENSION;
    double sum = 0;
    for (int k = 0; k < DIMENSION; k++) {
      sum -= 1.0 / 3;
      for (int i = 0; i < n; i++) {
        double s = codes[i * DIMENSION + k];
        sum += 2 * (s * s - s + 0.5) / n;
        for (int j = 0; j < n; j++) {
          sum -= Math.abs(s - codes[j * DIMENSION + k]) / (n * (n - 1.0));
        }
      }
    }
    return sum;
  }

  private static NDManager manager() {
    return Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  }

  private static NDArray array(NDManager manager, float[] codes) {
    return manager.create(codes, new Shape(codes.length / DIMENSION, DIMENSION));
  }

  private static double value(float[] codes) {
    try (NDManager manager = manager()) {
      return MarginalDistance.of(array(manager, codes)).getFloat();
    }
  }

  @Test
  void should_equal_its_definition() {
    float[] codes = codes(50, 0.1, 0.7);

    // Sums near 3 in float32.
    assertThat(value(codes)).isEqualTo(definition(codes), within(2e-6));
  }

  @Test
  void should_be_twice_the_squared_distance_of_distribution_functions() {
    // Every coordinate is even in [0, 1/2]: F(t) - t is t below 1/2 and 1 - t above.
    float[] codes = new float[4000 * DIMENSION];
    for (int i = 0; i < codes.length; i++) {
      int row = i / DIMENSION;
      codes[i] = (row + 0.5f) / 8000;
    }

    // The even grid of 4,000 points stands for the law itself to 1e-4.
    assertThat(value(codes)).isEqualTo(DIMENSION * 2 * 2 * Math.pow(0.5, 3) / 3, within(5e-4));
  }

  @Test
  void should_vanish_on_average_for_uniform_codes() {
    double sum = 0;
    for (int k = 0; k < 400; k++) {
      sum += definition(codes(20, 0, 1));
    }

    // A single one deviates by about 0.03.
    assertThat(sum / 400).isEqualTo(0, within(0.006));
  }

  @Test
  void should_have_the_slope_of_its_definition() {
    float[] codes = codes(40, 0.2, 0.6);
    float[] gradient;
    try (NDManager manager = manager()) {
      NDArray a = array(manager, codes);
      a.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(MarginalDistance.of(a));
      }
      gradient = a.getGradient().toFloatArray();
    }

    for (int i = 0; i < codes.length; i += 5) {
      float before = codes[i];
      codes[i] = before + 1e-4f;
      double step = codes[i];
      double up = definition(codes);
      codes[i] = before - 1e-4f;
      step -= codes[i];
      double down = definition(codes);
      codes[i] = before;
      // Slopes are near 0.03. A neighbour within the step would bend the difference by its share.
      assertThat((double) gradient[i]).isEqualTo((up - down) / step, within(1e-3));
    }
  }
}
