package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Measures the model of a prior on images and stores in its file what it found: the {@link
 * ResidualLaw} and the {@link EnergyQuantiles}. What the model computes stays the same to the last
 * bit.
 *
 * @since 1.3
 */
@ConsumerType
public interface Calibrator {

  /**
   * Calibrates a model. The same file and images give the same bytes.
   *
   * @param model the model file; only read
   * @param images of the class, which the model should not have learned. Where these are the very
   *     images of its training, those that training held back are taken
   * @param output the file to write, replaced in one step if it exists; may be {@code model}
   * @param monitor told after each batch, and able to stop: nothing is written then
   * @return the file and what was measured; the outcome says whether it was stopped
   * @throws InvalidInputException if the images do not fit the model, or are too few
   * @throws FileException if the model can't be used, or the output can't be written
   */
  TrainedPrior calibrate(Path model, LabelledImages images, Path output, Monitor monitor);
}
