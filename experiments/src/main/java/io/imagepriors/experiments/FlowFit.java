package io.imagepriors.experiments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Fits a flow to fresh points of the {@link Ring} by maximum likelihood, and checks what came out
 * in double precision.
 *
 * @param before mean {@code log p} of the flow as it started, over held-out points, in nats
 * @param logLikelihood the same after the fit
 * @param inversionError the largest distance of a coordinate from where the inverse takes its image
 * @param determinantError the median over points of {@code |log |det| - its value by central
 *     differences|}; the median, since differences across a kink are no derivatives
 */
record FlowFit(
    double before, double logLikelihood, double inversionError, double determinantError) {
  private static final int BATCH = 256;
  private static final int HELD_OUT = 4000;
  private static final double DIFFERENCE = 1e-6;

  static FlowFit of(Torch torch, Flow flow, int steps, RandomGenerator random) {
    try (NDManager manager = torch.manager().newSubManager()) {
      NDList weights = flow.initialWeights(manager, random);
      Tracker rate =
          Tracker.cosine().setBaseValue(5e-3f).optFinalValue(5e-5f).setMaxUpdates(steps).build();
      double before = logLikelihood(manager, flow, weights, random);
      Optimizer adam = Optimizer.adam().optLearningRateTracker(rate).build();
      Descent descent = new Descent(torch, weights, adam);
      for (int step = 0; step < steps; step++) {
        float[] points = Ring.draw(random, BATCH);
        descent.step(
            (scope, aliases) -> {
              NDArray x = scope.create(points, new Shape(BATCH, 2));
              return flow.map(scope, x, aliases).logDensity(scope).mean().neg();
            });
      }
      return check(manager, flow, weights, before, random);
    }
  }

  private static double logLikelihood(
      NDManager manager, Flow flow, NDList weights, RandomGenerator random) {
    NDArray x = manager.create(Ring.draw(random, HELD_OUT), new Shape(HELD_OUT, 2));
    return mean(manager, flow.map(manager, x, weights));
  }

  private static double mean(NDManager manager, Flow.Mapped mapped) {
    NDArray logDensity = mapped.logDensity(manager).toType(DataType.FLOAT64, true);
    return logDensity.mean().getDouble() - Math.log(2 * Math.PI);
  }

  private static FlowFit check(
      NDManager manager, Flow flow, NDList weights, double before, RandomGenerator random) {
    NDList exact = new NDList();
    weights.forEach(weight -> exact.add(weight.toType(DataType.FLOAT64, true)));
    NDArray points = manager.create(Ring.draw(random, HELD_OUT), new Shape(HELD_OUT, 2));
    NDArray x = points.toType(DataType.FLOAT64, true);
    Flow.Mapped mapped = flow.map(manager, x, exact);
    NDArray back = flow.invert(manager, mapped.z(), exact);
    double inversion = back.sub(x).abs().max().getDouble();
    double[] expected = differences(manager, flow, exact, x);
    double[] actual = mapped.logDeterminant().toDoubleArray();
    double[] errors = new double[actual.length];
    Arrays.setAll(errors, i -> Math.abs(actual[i] - expected[i]));
    Arrays.sort(errors);
    return new FlowFit(before, mean(manager, mapped), inversion, errors[errors.length / 2]);
  }

  /** {@code log |det f'|} by central differences. */
  private static double[] differences(NDManager manager, Flow flow, NDList weights, NDArray x) {
    double[][] slopes = new double[2][];
    for (int k = 0; k < 2; k++) {
      double[] move = new double[2];
      move[k] = DIFFERENCE;
      NDArray step = manager.create(move);
      NDArray above = flow.map(manager, x.add(step), weights).z();
      NDArray below = flow.map(manager, x.sub(step), weights).z();
      slopes[k] = above.sub(below).toDoubleArray();
    }
    double[] logs = new double[slopes[0].length / 2];
    for (int i = 0; i < logs.length; i++) {
      double determinant =
          slopes[0][2 * i] * slopes[1][2 * i + 1] - slopes[0][2 * i + 1] * slopes[1][2 * i];
      logs[i] = Math.log(Math.abs(determinant) / (4 * DIFFERENCE * DIFFERENCE));
    }
    return logs;
  }
}
