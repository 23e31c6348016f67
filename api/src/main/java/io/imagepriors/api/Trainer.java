package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** A named way to make a model, of a prior or a classifier, from images. */
@ConsumerType
public interface Trainer extends Plugin {

  /**
   * The kind of plug-in that its model files hold, one that a {@link ModelReader} opens: {@link
   * Prior} unless overridden, or {@link Classifier}.
   */
  default Class<? extends Plugin> product() {
    return Prior.class;
  }

  /**
   * Trains a model and writes its file. The file appears in one step when training ends; meanwhile
   * checkpoints lie beside it, and an interrupted training with the same settings goes on from
   * there. The same images, parameters and seed give the same bytes on one machine.
   *
   * @param images what the model shall learn, with labels where it needs them; the trainer holds
   *     some back to measure quality
   * @param output the model file to write, replaced if it exists
   * @param parameters made from this plug-in's {@link #descriptor()}
   * @param monitor told after each step, and able to stop; an interrupt of the thread stops too.
   *     The best model so far is then written and comes back as {@link Outcome#CANCELLED}
   * @throws InvalidInputException if images or parameters do not fit
   * @throws FileException if a file can't be written; earlier files stay as they were
   */
  TrainedPrior train(LabelledImages images, Path output, Parameters parameters, Monitor monitor);
}
