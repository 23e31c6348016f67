package io.imagepriors.priors.uniform;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.autoencoder.training.Loss;
import io.imagepriors.autoencoder.training.Objective;
import java.util.List;

/**
 * Reconstruction, and codes that fill the cube: {@code mean_i ||D(Enc(x_i)) - x_i||² + w
 * MMD²(codes, uniform)}, the norm over all pixels of an image, the mean over the batch. {@link
 * MaximumMeanDiscrepancy} defines MMD²; it compares the batch's codes with as many fresh uniform
 * points.
 */
final class UniformObjective implements Objective {
  static final Parameter<Double> UNIFORMITY =
      Parameter.real(
          "uniformity", 400.0, Interval.closed(0, 1e6), "weight of the codes' uniformity");
  static final Parameter<Double> MARGINALS =
      Parameter.real(
          "marginals", 50.0, Interval.closed(0, 1e6), "weight of each coordinate's uniformity");

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(UNIFORMITY, MARGINALS);
  }

  @Override
  public Loss bind(Parameters parameters) {
    return new UniformLoss(
        parameters.get(UNIFORMITY).floatValue(), parameters.get(MARGINALS).floatValue());
  }
}
