package io.imagepriors.api;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a model file into a classifier, without any code of its own. */
@ConsumerType
public interface ClassifierReader extends ModelReader<Classifier> {

  @Override
  Classifier open(Path file);
}
