package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Classifier;
import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.network.ClassifierNetwork;
import java.nio.file.Path;

/**
 * Trains small convolutional classifiers by cross-entropy. There are as many classes as the largest
 * label says; every image needs a label.
 *
 * <p>Images held back choose the epoch, checkpoints are written and gone on from, and bytes repeat
 * as with {@link AutoencoderTrainer}. Thread-safe, but one process trains one model at a time; a
 * second call fails at once.
 */
public final class ClassifierTrainer implements Trainer {
  static final Parameter<Integer> SHIFT =
      Parameter.integer(
          "shift", 2, 0, 64, "pixels that images are moved by at most while they are learned");

  private static final int MOST_CLASSES = 10_000;

  private final Descriptor descriptor;

  /**
   * A trainer.
   *
   * @param name of the trainer and of the classifiers it makes
   * @param summary what it makes, in half a line
   */
  public ClassifierTrainer(String name, String summary) {
    this.descriptor =
        Descriptor.of(name, summary)
            .with(Settings.parameters().toArray(Parameter<?>[]::new))
            .with(SHIFT);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Class<? extends Plugin> product() {
    return Classifier.class;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException also if an image has no label or all have the same, if training
   *     is not installed (DJL is missing), if another training runs in this process, or if the loss
   *     grows without bound
   */
  @Override
  public TrainedPrior train(
      LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
    Installation.require();
    ClassifierNetwork network = ClassifierNetwork.convolutional(images.shape(), classes(images));
    return new TrainingRun(parameters, output)
        .run(images, new ClassifierLearner(network, parameters.get(SHIFT)), monitor);
  }

  private static int classes(LabelledImages images) {
    int largest = 0;
    for (int i = 0; i < images.count(); i++) {
      int label = images.label(i).orElse(-1);
      if (label < 0 || label >= MOST_CLASSES) {
        throw InvalidInputException.of(
            "image " + i + " of " + images.origin(),
            "have a label in [0, " + MOST_CLASSES + ") to be learned by a classifier",
            label < 0 ? "none" : label);
      }
      largest = Math.max(largest, label);
    }
    if (largest == 0) {
      throw InvalidInputException.of(
          "images of " + images.origin(), "be of two classes at least", "label 0 alone");
    }
    return largest + 1;
  }
}
