package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Interval;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import java.util.List;

/**
 * What a user can set of every training, read from parameters.
 *
 * @param epochs passes over the images
 * @param batch images per step
 * @param learningRate the peak of {@link OneCycle}
 * @param heldOut the share of images held back
 * @param seed of all randomness
 * @param threads of PyTorch
 */
record Settings(
    int epochs, int batch, double learningRate, double heldOut, long seed, int threads) {

  static final Parameter<Integer> EPOCHS =
      Parameter.integer("epochs", 18, 1, 10_000, "passes over the images");
  static final Parameter<Integer> BATCH =
      Parameter.integer("batch", 250, 2, 10_000, "images per step");
  static final Parameter<Double> LEARNING_RATE =
      Parameter.real("learning-rate", 0.006, Interval.openClosed(0, 1), "peak of the one cycle");
  static final Parameter<Double> HELD_OUT =
      Parameter.real(
          "held-out", 0.05, Interval.openClosed(0, 0.5), "share of images held back for measuring");
  static final Parameter<Long> SEED =
      Parameter.seed("of weights, order and all that is drawn; one seed gives one model");
  static final Parameter<Integer> THREADS =
      Parameter.integer(
          "threads", 1, 1, 256, "PyTorch's threads; another number rounds in another way");

  /** All parameters, in the order of the help text. */
  static List<Parameter<?>> parameters() {
    return List.of(EPOCHS, BATCH, LEARNING_RATE, HELD_OUT, SEED, THREADS);
  }

  static Settings from(Parameters parameters) {
    return new Settings(
        parameters.get(EPOCHS),
        parameters.get(BATCH),
        parameters.get(LEARNING_RATE),
        parameters.get(HELD_OUT),
        parameters.get(SEED),
        parameters.get(THREADS));
  }
}
