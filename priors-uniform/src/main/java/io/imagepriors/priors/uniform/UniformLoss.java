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
    float[] codes = batch.codes().toFloatArray();
    float[] uniform = uniform(codes.length, batch.random());
    int dimension = Math.toIntExact(batch.codes().getShape().get(1));
    MaximumMeanDiscrepancy joint = MaximumMeanDiscrepancy.between(codes, uniform, dimension);
    MarginalDistance single = MarginalDistance.of(codes, dimension);
    return batch
        .squaredError()
        .add(batch.ofCodes(joint.value(), joint.slope()).mul(batch.scalar(weight)))
        .add(batch.ofCodes(single.value(), single.slope()).mul(batch.scalar(marginals)));
  }

  private static float[] uniform(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
