package io.imagepriors.priors.uniform;

import ai.djl.ndarray.NDArray;
import io.imagepriors.autoencoder.training.Batch;
import io.imagepriors.autoencoder.training.Loss;
import java.util.random.RandomGenerator;

/**
 * The loss of {@link UniformObjective}.
 *
 * @param weight of the discrepancy
 */
record UniformLoss(float weight) implements Loss {

  @Override
  public NDArray of(Batch batch) {
    float[] codes = batch.codes().toFloatArray();
    float[] uniform = uniform(codes.length, batch.random());
    int dimension = Math.toIntExact(batch.codes().getShape().get(1));
    MaximumMeanDiscrepancy discrepancy = MaximumMeanDiscrepancy.between(codes, uniform, dimension);
    NDArray term = batch.ofCodes(discrepancy.value(), discrepancy.slope());
    return batch.squaredError().add(term.mul(batch.scalar(weight)));
  }

  private static float[] uniform(int length, RandomGenerator random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
