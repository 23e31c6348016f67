package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;
import java.util.Map;

/**
 * Everything a training needs to go on as if it had never stopped. Generators are derived from seed
 * and step ({@link Seeds}), so none is saved.
 *
 * @param identity settings, versions and the images' fingerprint: what must be equal to go on
 * @param step the number of steps done
 * @param model the present weights
 * @param moments Adam's
 * @param best the best model so far
 */
record Checkpoint(
    Map<String, String> identity,
    long step,
    FlatValues model,
    Adam.Moments moments,
    BestModel best) {

  /** Whether all arrays have the sizes of the network. */
  boolean fits(Map<String, Dims> dims) {
    return model.fits(dims)
        && best.values().fits(dims)
        && moments.mean().length == model.weights().length
        && moments.square().length == model.weights().length;
  }
}
