package io.imagepriors.autoencoder.training;

import ai.djl.ndarray.NDArray;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.autoencoder.network.Dims;
import io.imagepriors.autoencoder.network.Weights;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is learned in a training: a network, its loss, its quality and its file. */
interface Learner {

  /** The names and sides of all weights, in order; those of the last layer come last. */
  Map<String, Dims> weightDims();

  /**
   * The loss of a batch, differentiable in the weights of {@code forward}.
   *
   * @return a scalar
   */
  NDArray loss(Forward forward, Examples batch);

  /** How images change each time before they are learned; by default they do not. */
  default Augmentation augmentation(RandomGenerator random) {
    return Augmentation.none();
  }

  /** What the images held back say of a model, as facts by key in order. */
  Map<String, String> quality(HeldOut.Pass heldOut);

  /**
   * Writes the model file after comparing what it computes with DJL.
   *
   * @param heldOut images that were not learned, to calibrate the model by
   */
  void export(
      TorchSession torch,
      Weights weights,
      Map<String, String> facts,
      LabelledImages heldOut,
      Path file);
}
