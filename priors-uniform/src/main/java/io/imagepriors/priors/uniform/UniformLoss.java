package io.imagepriors.priors.uniform;

import ai.djl.ndarray.NDArray;
import io.imagepriors.autoencoder.training.Batch;
import io.imagepriors.autoencoder.training.Loss;
import java.util.random.RandomGenerator;

/**
 * The loss of {@link UniformObjective}.
 *
 * @param weight of the discrepancy
 * @param marginals weight of the coordinates' own distances
 */
record UniformLoss(float weight, float marginals) implements Loss {

  @Override
  public NDArray of(Batch batch) {
    NDArray codes = batch.codes();
    float[] points = uniform(Math.toIntExact(codes.size()), batch.random());
    NDArray uniform = codes.getManager().create(points, codes.getShape());
    NDArray discrepancy = MaximumMeanDiscrepancy.between(codes, uniform);
    return batch
        .squaredError()
        .add(discrepancy.mul(batch.scalar(weight)))
        .add(MarginalDistance.of(codes).mul(batch.scalar(marginals)));
  }

  private static float[] uniform(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
