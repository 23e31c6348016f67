package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.training.LearnedModel.FlatValues;

/**
 * The model of the lowest held-out loss so far.
 *
 * @param loss that loss, infinite before the first measurement
 * @param epoch the epoch it was found in, from 1; 0 for the start
 * @param values its numbers
 */
record BestModel(double loss, int epoch, FlatValues values) {

  /** The model at its start, which any other beats. */
  static BestModel none(FlatValues start) {
    return new BestModel(Double.POSITIVE_INFINITY, 0, start);
  }

  /** This one, or the given one if its loss is lower. */
  BestModel orBetter(LearnedModel model, double itsLoss, int itsEpoch) {
    return itsLoss < loss ? new BestModel(itsLoss, itsEpoch, model.values()) : this;
  }
}
