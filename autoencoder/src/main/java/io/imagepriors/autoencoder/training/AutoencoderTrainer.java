package io.imagepriors.autoencoder.training;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.InvalidInputException;
import io.imagepriors.api.LabelledImages;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Parameter;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.TrainedPrior;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.data.Seeds;
import io.imagepriors.autoencoder.network.Architecture;
import io.imagepriors.autoencoder.network.Autoencoder;
import java.nio.file.Path;

/**
 * Trains auto-encoders for one {@link Objective}.
 *
 * <p>A share of the images, drawn within each class, is never learned but measures quality; the
 * epoch of the lowest loss on it gives the model. The same images, parameters and seed give the
 * same bytes on one machine, also when the training was interrupted and went on from its
 * checkpoint, {@code OUTPUT.checkpoint}. A checkpoint that is damaged, or of other images or
 * settings, is an error and stays as it is.
 *
 * <p>Thread-safe, but one process trains one model at a time; a second call fails at once.
 */
public final class AutoencoderTrainer implements Trainer {
  static final Parameter<Architecture> ARCHITECTURE =
      Parameter.choice("architecture", Architecture.CONV, "the networks' layers");
  static final Parameter<Integer> DIMENSION =
      Parameter.integer("dimension", 12, 1, 64, "number of coordinates of a code");

  private final Descriptor descriptor;
  private final Objective objective;

  /**
   * A trainer.
   *
   * @param name of the trainer and of the priors it makes
   * @param summary what it minimises, in half a line
   */
  public AutoencoderTrainer(String name, String summary, Objective objective) {
    this.descriptor =
        Descriptor.of(name, summary)
            .with(ARCHITECTURE, DIMENSION)
            .with(Settings.parameters().toArray(Parameter<?>[]::new))
            .with(objective.parameters().toArray(Parameter<?>[]::new));
    this.objective = objective;
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException also if training is not installed (DJL is missing), if another
   *     training runs in this process, or if the loss grows without bound
   */
  @Override
  public TrainedPrior train(
      LabelledImages images, Path output, Parameters parameters, Monitor monitor) {
    Installation.require();
    return new TrainingRun(parameters, output).run(images, learner(parameters, images), monitor);
  }

  private Learner learner(Parameters parameters, LabelledImages images) {
    Architecture architecture = parameters.get(ARCHITECTURE);
    Autoencoder network = architecture.create(images.shape(), parameters.get(DIMENSION));
    return new AutoencoderLearner(
        network, objective.bind(parameters), new Seeds(parameters.get(Settings.SEED)));
  }
}
