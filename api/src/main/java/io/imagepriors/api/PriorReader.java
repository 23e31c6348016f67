package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a model file into a prior, without any code of its own. */
@ConsumerType
public interface PriorReader extends ModelReader<Prior> {

  @Override
  Prior open(Path file);
}
