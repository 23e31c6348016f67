package io.imagepriors.api;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a model file into a prior, without any code of its own. */
@ConsumerType
public interface PriorReader extends ModelReader<Prior> {

  @Override
  Prior open(Path file);

  /**
   * How models in such files are calibrated; empty where that is not possible.
   *
   * @since 1.3
   */
  default Optional<Calibrator> calibrator() {
    return Optional.empty();
  }
}
