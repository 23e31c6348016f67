package io.imagepriors.priors.uniform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.imagepriors.autoencoder.training.Batch;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MaximumMeanDiscrepancyTest {
  private static final int COUNT = 40;
  private static final int DIMENSION = 5;

  private final SplittableRandom random = new SplittableRandom(11);

  private double[][] points(int count, double low, double high) {
    double[][] points = new double[count][DIMENSION];
    for (double[] point : points) {
      for (int k = 0; k < DIMENSION; k++) {
        point[k] = (float) random.nextDouble(low, high); // exact in both precisions
      }
    }
    return points;
  }

  /** The definition, pair by pair. */
  private static double definition(double[][] a, double[][] b) {
    int n = a.length;
    double within = 0;
    double between = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          within += kernel(a[i], a[j]) + kernel(b[i], b[j]);
        }
        between += kernel(a[i], b[j]);
      }
    }
    return within / (n * (n - 1.0)) - 2 * between / ((double) n * n);
  }

  private static double kernel(double[] a, double[] b) {
    double distance = 0;
    for (int k = 0; k < a.length; k++) {
      distance += (a[k] - b[k]) * (a[k] - b[k]);
    }
    double sum = 0;
    for (double scale : new double[] {0.1, 0.4, 1.6}) {
      double c = scale * a.length / 6;
      sum += c / (c + distance);
    }
    return sum;
  }

  private static float[] flat(double[][] points) {
    float[] flat = new float[points.length * DIMENSION];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) points[i / DIMENSION][i % DIMENSION];
    }
    return flat;
  }

  private static MaximumMeanDiscrepancy between(double[][] a, double[][] b) {
    return MaximumMeanDiscrepancy.between(flat(a), flat(b), DIMENSION);
  }

  private static NDManager manager() {
    return Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  }

  @Test
  void should_equal_its_definition() {
    double[][] codes = points(COUNT, 0.2, 0.6);
    double[][] uniform = points(COUNT, 0, 1);

    double found = between(codes, uniform).value();

    // Sums of 1,600 terms near 2 in float32, divided by their number.
    assertThat(found).isEqualTo(definition(codes, uniform), within(2e-6));
    assertThat(found).isGreaterThan(0.05);
  }

  @Test
  void should_have_the_slope_of_its_definition() {
    double[][] codes = points(COUNT, 0.2, 0.6);
    double[][] uniform = points(COUNT, 0, 1);

    assertIsSlope(between(codes, uniform).slope(), codes, uniform);
  }

  /** Compares with differences of the definition. */
  private static void assertIsSlope(float[] slope, double[][] codes, double[][] uniform) {
    double step = 1e-5;
    assertThat(slope).hasSize(COUNT * DIMENSION);
    for (int i = 0; i < slope.length; i += 7) {
      double[] point = codes[i / DIMENSION];
      double before = point[i % DIMENSION];
      point[i % DIMENSION] = before + step;
      double up = definition(codes, uniform);
      point[i % DIMENSION] = before - step;
      double down = definition(codes, uniform);
      point[i % DIMENSION] = before;
      // Slopes are near 1e-2; float32 gives them to about 1e-8.
      assertThat((double) slope[i]).isEqualTo((up - down) / (2 * step), within(1e-7));
    }
  }

  @Test
  void should_be_zero_on_average_for_uniform_codes_and_not_for_a_blob() {
    double uniform = 0;
    double blob = 0;
    for (int repeat = 0; repeat < 50; repeat++) {
      double[][] target = points(COUNT, 0, 1);
      uniform += between(points(COUNT, 0, 1), target).value();
      blob += between(points(COUNT, 0.3, 0.7), target).value();
    }
    // One estimate of 40 points deviates by about .01, the mean of 50 by .0015.
    assertThat(uniform / 50).isEqualTo(0, within(0.005));
    assertThat(blob / 50).isGreaterThan(0.1);
  }

  @Test
  void should_add_the_weighted_discrepancy_to_the_squared_error() {
    double[][] codes = points(COUNT, 0, 0.5);
    double[][] uniform = uniform(new SplittableRandom(4));
    try (NDManager manager = manager()) {
      double found = new UniformLoss(100, 0).of(batch(manager, array(manager, codes))).getFloat();

      // Four pixels, each off by a half: 1.
      assertThat(found).isEqualTo(1 + 100 * definition(codes, uniform), within(3e-4));
    }
  }

  @Test
  void should_pull_codes_by_the_weighted_slope() {
    double[][] codes = points(COUNT, 0, 0.5);
    double[][] uniform = uniform(new SplittableRandom(4));
    try (NDManager manager = manager()) {
      NDArray learned = array(manager, codes);
      learned.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(new UniformLoss(2, 0).of(batch(manager, learned)));
      }

      float[] pull = learned.getGradient().toFloatArray();

      for (int i = 0; i < pull.length; i++) {
        pull[i] /= 2;
      }
      assertIsSlope(pull, codes, uniform);
    }
  }

  /** Four pixels, each off by a half. */
  private static Batch batch(NDManager manager, NDArray codes) {
    NDArray images = manager.zeros(new Shape(COUNT, 1, 2, 2));
    return new Batch(images, codes, images.add(0.5f), new SplittableRandom(4));
  }

  /** What a loss draws from such a generator. */
  private static double[][] uniform(RandomGenerator random) {
    double[][] uniform = new double[COUNT][DIMENSION];
    for (double[] point : uniform) {
      for (int k = 0; k < DIMENSION; k++) {
        point[k] = random.nextFloat();
      }
    }
    return uniform;
  }

  private static NDArray array(NDManager manager, double[][] points) {
    return manager.create(flat(points), new Shape(points.length, DIMENSION));
  }
}
