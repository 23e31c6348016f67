package io.imagepriors.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeepImagePriorTest {
  private static final int STEPS = 60;

  /** Of shares after tens of steps in float32, which two orders of summation may round apart. */
  private static final double ROUNDING = 1e-3;

  private static Torch torch;

  @BeforeAll
  static void start() {
    torch = Torch.open();
  }

  @AfterAll
  static void stop() {
    torch.close();
  }

  /** A generator whose last layer's rows, one for each output, are mixed by a matrix. */
  private static final class Turned implements Generator {
    private final Generator plain;
    private final float[] matrix;

    Turned(Generator plain, float[] matrix) {
      this.plain = plain;
      this.matrix = matrix;
    }

    @Override
    public NDList initialWeights(NDManager manager, RandomGenerator random) {
      NDList weights = plain.initialWeights(manager, random);
      int last = weights.size() - 1;
      long n = weights.get(last).getShape().get(0);
      NDArray turn = manager.create(matrix, new Shape(n, n));
      weights.set(last, turn.matMul(weights.get(last)));
      return weights;
    }

    @Override
    public NDArray output(NDManager scope, NDList weights) {
      return plain.output(scope, weights);
    }
  }

  private static float[] product(float[] matrix, float[] x) {
    float[] result = new float[x.length];
    for (int i = 0; i < result.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += (double) matrix[i * x.length + j] * x[j];
      }
      result[i] = (float) sum;
    }
    return result;
  }

  /** Swaps positions as the order says. */
  private static float[] permutation(int size, RandomGenerator random) {
    int[] order = Draws.order(random, size);
    float[] matrix = new float[size * size];
    for (int i = 0; i < size; i++) {
      matrix[i * size + order[i]] = 1;
    }
    return matrix;
  }

  /** Householder's {@code I - 2 v vᵀ}, orthogonal and far from any permutation. */
  private static float[] reflection(int size, RandomGenerator random) {
    float[] v = Draws.gaussian(random, size, 1);
    double square = Vectors.dot(v, v);
    float[] matrix = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i * size + j] = (float) ((i == j ? 1 : 0) - 2 * v[i] * v[j] / square);
      }
    }
    return matrix;
  }

  private static Trace fit(Method method, Signal signal, float[] turn) {
    float[] noise = Draws.gaussian(new Random(5), signal.size(), 0.2);
    Random start = new Random(6);
    Generator generator = method.generator(signal, start);
    if (turn == null) {
      return Fit.run(torch, generator, method.optimizer(), signal.values(), noise, STEPS, start);
    }
    float[] turnedNoise = product(turn, noise);
    return Fit.run(
        torch,
        new Turned(generator, turn),
        method.optimizer(),
        product(turn, signal.values()),
        turnedNoise,
        STEPS,
        start);
  }

  private static void assertSameCourse(Trace actual, Trace expected) {
    for (int step = 0; step < STEPS; step++) {
      assertThat(actual.psnr(step)).isCloseTo(expected.psnr(step), within(ROUNDING));
      assertThat(actual.signalShare(step)).isCloseTo(expected.signalShare(step), within(ROUNDING));
      assertThat(actual.noiseShare(step)).isCloseTo(expected.noiseShare(step), within(ROUNDING));
    }
  }

  @Test
  void should_fit_a_signal_in_any_order_alike_where_layers_are_fully_connected() {
    // given
    Signal signal = Signal.digit(0);
    float[] order = permutation(signal.size(), new Random(1));

    for (Method method : List.of(Method.FULLY_CONNECTED_GD, Method.FULLY_CONNECTED_ADAM)) {
      // when
      Trace plain = fit(method, signal, null);
      Trace reordered = fit(method, signal, order);

      // then
      assertSameCourse(reordered, plain);
    }
  }

  @Test
  void should_fit_a_rotated_signal_alike_by_gradient_descent() {
    // given
    Signal signal = Signal.digit(0);
    float[] rotation = reflection(signal.size(), new Random(2));

    // when
    Trace plain = fit(Method.FULLY_CONNECTED_GD, signal, null);
    Trace rotated = fit(Method.FULLY_CONNECTED_GD, signal, rotation);

    // then
    assertSameCourse(rotated, plain);
  }

  @Test
  void should_tell_signal_from_noise_by_convolutions_alone() {
    // given
    DeepImagePrior experiment = new DeepImagePrior(torch, 1, STEPS);

    // when
    double connected = noiseShare(experiment, SignalKind.DIGIT, Method.FULLY_CONNECTED_GD);
    double convolutional = noiseShare(experiment, SignalKind.DIGIT, Method.CONVOLUTIONAL);
    double shuffled = noiseShare(experiment, SignalKind.SHUFFLED_DIGIT, Method.CONVOLUTIONAL);

    // then: half of the noise with half of the signal means that they are not told apart; five
    // seeds gave .50 ± .02, .07 ± .04 and .48 ± .04
    assertThat(connected).isBetween(0.4, 0.6);
    assertThat(shuffled).isBetween(0.3, 0.7);
    assertThat(convolutional).isLessThan(0.25);
  }

  private static double noiseShare(DeepImagePrior experiment, SignalKind kind, Method method) {
    return experiment.fit(kind, method, 0.2).get(0).noiseShareAt(0.5);
  }

  @Test
  void should_split_an_output_into_signal_and_noise() {
    // given
    float[] x = {1, 2, 3, -1};
    float[] noise = {1, 0, -1, 1};
    Trace trace = new Trace(x, noise, 1);
    float[] output = new float[x.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = 0.25f * x[i] + 0.75f * noise[i];
    }

    // when
    trace.add(output);

    // then
    assertThat(trace.signalShare(0)).isCloseTo(0.25, within(1e-6));
    assertThat(trace.noiseShare(0)).isCloseTo(0.75, within(1e-6));
  }
}
