package io.imagepriors.priors.naive;

import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.autoencoder.training.Batch;
import io.imagepriors.autoencoder.training.Loss;
import io.imagepriors.autoencoder.training.Objective;
import java.util.List;

/**
 * Reconstruction alone: {@code mean_i ||D(Enc(x_i)) - x_i||²}, the norm over all pixels of an
 * image, the mean over the batch.
 */
final class NaiveObjective implements Objective {

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Loss bind(Parameters parameters) {
    return Batch::squaredError;
  }
}
