package io.imagepriors.priors.uniform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.imagepriors.autoencoder.training.Batch;
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

  private static double value(float[] codes) {
    return MarginalDistance.of(codes, DIMENSION).value();
  }

  @Test
  void should_equal_its_definition() {
    float[] codes = codes(50, 0.1, 0.7);

    // Both in double precision.
    assertThat(value(codes)).isEqualTo(definition(codes), within(1e-12));
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
      sum += value(codes(20, 0, 1));
    }

    // A single one deviates by about 0.03.
    assertThat(sum / 400).isEqualTo(0, within(0.006));
  }

  @Test
  void should_have_the_slope_of_its_definition() {
    float[] codes = codes(40, 0.2, 0.6);
    float[] slope = MarginalDistance.of(codes, DIMENSION).slope();

    int compared = 0;
    for (int i = 0; i < codes.length; i++) {
      float[] up = codes.clone();
      float[] down = codes.clone();
      up[i] += 1e-4f;
      down[i] -= 1e-4f;
      if (!passesNeighbour(codes, i)) {
        double difference = (definition(up) - definition(down)) / (up[i] - (double) down[i]);
        // Slopes are near 0.03; a float32 keeps 7 digits of them.
        assertThat((double) slope[i]).isEqualTo(difference, within(1e-8));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(80);
  }

  /** Where a step passes another point, the function has a kink. */
  private static boolean passesNeighbour(float[] codes, int index) {
    for (int i = index % DIMENSION; i < codes.length; i += DIMENSION) {
      if (i != index && Math.abs(codes[i] - codes[index]) <= 2e-4f) {
        return true;
      }
    }
    return false;
  }

  @Test
  void should_be_added_to_the_loss_by_its_weight() {
    float[] codes = codes(30, 0, 0.5);
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      NDArray images = manager.zeros(new Shape(30, 1, 2, 2));
      NDArray array = manager.create(codes, new Shape(30, DIMENSION));
      // Four pixels, each off by a half: 1.
      Batch batch = new Batch(images, array, images.add(0.5f), new SplittableRandom(4));

      double found = new UniformLoss(0, 50).of(batch).getFloat();

      // A sum near 20 in float32.
      assertThat(found).isEqualTo(1 + 50 * definition(codes), within(1e-5));
    }
  }
}
