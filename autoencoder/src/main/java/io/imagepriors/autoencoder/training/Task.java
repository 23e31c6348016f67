package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.data.Seeds;
import java.util.Map;

/**
 * What a training works on.
 *
 * @param settings how
 * @param learner the network and its loss
 * @param images the data
 * @param file where checkpoints go
 * @param identity what a checkpoint must match to be gone on from
 */
record Task(
    Settings settings,
    Learner learner,
    TrainingImages images,
    CheckpointFile file,
    Map<String, String> identity) {

  Seeds seeds() {
    return new Seeds(settings.seed());
  }

  /** Whole batches only: a small last one would upset batch normalisation. */
  int stepsPerEpoch() {
    return images.learnedCount() / settings.batch();
  }

  long totalSteps() {
    return (long) settings.epochs() * stepsPerEpoch();
  }
}
