package io.imagepriors.autoencoder.training;

import io.imagepriors.autoencoder.network.Autoencoder;
import java.util.Map;

/**
 * What a training works on.
 *
 * @param settings how
 * @param network the layers
 * @param images the data
 * @param loss what is minimised
 * @param file where checkpoints go
 * @param identity what a checkpoint must match to be gone on from
 */
record Task(
    Settings settings,
    Autoencoder network,
    TrainingImages images,
    Loss loss,
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
